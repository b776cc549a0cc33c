import { expect, it } from 'vitest'
import { press } from '../testing/press'
import { severityOf } from './severityKey'

it('chooses a severity with Alt and a digit, whatever sign that types', () => {
  expect(severityOf(press('Alt+0'))).toBe('P0')
  expect(severityOf(press('Alt+¡', 'Digit1'))).toBe('P1')
  expect(severityOf(press('Alt+4'))).toBeNull()
  expect(severityOf(press('1'))).toBeNull()
})
