import { expect, it } from 'vitest'
import { SparseRows } from './sparseRows.svelte'

const named = (...ids: string[]) => ids.map((id) => ({ id }))
const idsOf = (rows: SparseRows<{ id: string }>, length: number) => Array.from({ length }, (_, at) => rows.at(at)?.id ?? '-').join('')

it('keeps rows where they are and knows where each is', () => {
  const rows = new SparseRows()

  rows.put(2, named('c', 'd'))

  expect([idsOf(rows, 5), rows.positionOf('d'), rows.positionOf('a'), rows.byId('c')]).toEqual(['--cd-', 3, undefined, { id: 'c' }])
})

it('has a row in one place only, wherever it was before', () => {
  const rows = new SparseRows()
  rows.put(0, named('a', 'b', 'c'))

  rows.put(1, named('new', 'b', 'c'))

  expect([idsOf(rows, 4), rows.positionOf('c'), rows.size]).toEqual(['anewbc', 3, 4])
  rows.put(0, named('c'))
  expect([idsOf(rows, 4), rows.positionOf('a')]).toEqual(['cnewb-', undefined])
})

it('goes on showing what may be wrong until the right rows come', () => {
  const rows = new SparseRows()
  rows.put(0, named('a', 'b', 'c'))

  rows.markStale(1)
  expect([idsOf(rows, 3), [0, 1, 2].map((at) => rows.isFresh(at))]).toEqual(['abc', [true, false, false]])
  rows.put(1, named('x'))

  expect([idsOf(rows, 3), [0, 1, 2].map((at) => rows.isFresh(at))]).toEqual(['axc', [true, true, false]])
})

it('forgets what lies behind the end and what is far away', () => {
  const rows = new SparseRows()
  rows.put(0, named('a', 'b', 'c', 'd', 'e'))

  rows.cut(4)
  rows.keepAround(0, 1)

  expect([idsOf(rows, 5), rows.positionOf('c'), rows.size]).toEqual(['ab---', undefined, 2])
})
