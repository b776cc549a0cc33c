import { expect, test } from 'vitest'
import { shortened } from './shortened'

test('a text that fits is shown whole', () => {
  expect(shortened('one\ntwo')).toEqual({ head: 'one\ntwo', leftOut: '', tail: '' })
})

test('a long text is shown by its two ends, cut where lines end', () => {
  const lines = Array.from({ length: 40_000 }, (_, at) => `line ${at}`)
  const { head, leftOut, tail } = shortened(lines.join('\n'))

  const [first, last] = [head.split('\n'), tail.split('\n')]
  expect([first[0], last.at(-1)]).toEqual(['line 0', 'line 39999'])
  expect([...first, ...last].every((line) => lines.includes(line))).toBe(true)
  const between = Number(/^([\d,]+) lines/.exec(leftOut)?.[1]?.replace(',', ''))
  expect(first.length + between + last.length).toBe(40_000)
})

test('one endless line is cut all the same', () => {
  const { head, leftOut, tail } = shortened('x'.repeat(1_000_000))

  expect([head.length, tail.length]).toEqual([24 * 1024, 24 * 1024])
  expect(leftOut).toBe('What is between is not shown here.')
})
