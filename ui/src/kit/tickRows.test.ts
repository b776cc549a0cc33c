import { expect, it } from 'vitest'
import { between } from './tickRows'

it('reaches from the last one to this one, either way', () => {
  expect(between(null, 2)).toEqual([2])
  expect(between(1, 3)).toEqual([1, 2, 3])
  expect(between(3, 1)).toEqual([1, 2, 3])
})
