import { expect, it } from 'vitest'
import { splitSide } from './evidenceLine'

it('reads the side of evidence from its sign', () => {
  expect(splitSide('+ 20 of 20 used')).toEqual({ side: 'for', text: '20 of 20 used' })
  expect(splitSide(' -flat on v312')).toEqual({ side: 'against', text: 'flat on v312' })
  expect(splitSide('flat')).toEqual({ side: null, text: 'flat' })
})
