import { expect, it } from 'vitest'
import { openWords } from './missingSentence'

it('says what is open in one sentence', () => {
  const key = { title: 'AWS access key' }
  expect(openWords(['Impact'], [])).toBe('Impact is missing.')
  expect(openWords(['Impact', 'Next steps', 'Cause'], [])).toBe('Impact is missing.')
  expect(openWords([], [key])).toBe("'AWS access key' is to be looked at.")
  expect(openWords(['Impact'], [key, key])).toBe('Impact is missing, 2 things are to be looked at.')
})
