import { expect, it } from 'vitest'
import { sided } from './evidenceLine'

it('reads the side of evidence from its sign', () => {
  expect(sided('+ 20 of 20 used')).toEqual({ side: 'for', text: '20 of 20 used' })
  expect(sided(' -flat on v312')).toEqual({ side: 'against', text: 'flat on v312' })
  expect(sided('flat')).toEqual({ side: null, text: 'flat' })
})
