import { expect, it } from 'vitest'
import { splitToken } from './token'

it.each([
  ['rolled back -4m', '-4m', ['rolled back ', '-4m', '']],
  ['-4m rolled back', '-4m', ['', '-4m', ' rolled back']],
  ['  @14:05 saw it', '@14:05', ['  ', '@14:05', ' saw it']],
  ['scaled x-4m', '-4m', ['scaled x-4m', '', '']],
  ['typed on since', '-4m', ['typed on since', '', '']],
  ['no time', null, ['no time', '', '']],
])('%s', (text, token, parts) => {
  const { before, token: found, after } = splitToken(text, token)
  expect([before, found, after]).toEqual(parts)
})
