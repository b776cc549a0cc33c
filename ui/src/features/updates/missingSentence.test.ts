import { expect, it } from 'vitest'
import { missingSentence } from './missingSentence'

it('says what is open in one sentence', () => {
  const key = { title: 'AWS access key' }
  expect(missingSentence(['Impact'], [])).toBe('Impact is missing.')
  expect(missingSentence(['Impact', 'Next steps', 'Cause'], [])).toBe('Impact is missing.')
  expect(missingSentence([], [key])).toBe("'AWS access key' is to be looked at.")
  expect(missingSentence(['Impact'], [key, key])).toBe('Impact is missing, 2 things are to be looked at.')
})
