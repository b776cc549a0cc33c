import { expect, it } from 'vitest'
import { piecesOf } from './marked'

const written = (text: string, marks: [number, number][]) =>
  piecesOf(text, marks)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('')

it('cuts a text at its marks', () => {
  expect(written('the relay pool', [])).toBe('the relay pool')
  expect(
    written('Pool and pool', [
      [0, 4],
      [9, 13],
    ]),
  ).toBe('[Pool] and [pool]')
  expect(written('pools', [[0, 4]])).toBe('[pool]s')
})

it('counts letters as Rust does', () => {
  expect(
    written('🔥🔥 pool 本番', [
      [3, 7],
      [8, 10],
    ]),
  ).toBe('🔥🔥 [pool] [本番]')
})

it('loses nothing where marks overlap or reach too far', () => {
  expect(
    written('abcdef', [
      [1, 3],
      [2, 4],
    ]),
  ).toBe('a[bc][d]ef')
  expect(written('abc', [[2, 9]])).toBe('ab[c]')
})
