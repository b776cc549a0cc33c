import { expect, it } from 'vitest'
import { clockName } from './sentences'

it('names the clock that copying restarts', () => {
  expect(clockName('P1 asks for one every 30 minutes.')).toBe('30-minute clock')
  expect(clockName('P2 asks for one every 2 hours.')).toBe('2-hour clock')
  expect(clockName('P3 asks for one daily.')).toBe('clock')
})
