import { expect, it } from 'vitest'
import { stepKeyOf } from './stepKeys'

const press = (code: string, more: KeyboardEventInit = {}) => stepKeyOf(new KeyboardEvent('keydown', { code, altKey: true, ...more }))

it('says where the open step stands with Alt and a letter, whatever sign that types', () => {
  expect(press('KeyD')).toBe('done')
  expect(press('KeyF')).toBe('failed')
  expect(press('KeyS')).toBe('skipped')
  expect(press('KeyR')).toBe('rolled_back')
})

it('takes no other press, and none that is held down', () => {
  expect(press('KeyX')).toBeNull()
  expect(press('KeyD', { altKey: false })).toBeNull()
  expect(press('KeyD', { ctrlKey: true })).toBeNull()
  expect(press('KeyD', { repeat: true })).toBeNull()
})
