import { expect, it } from 'vitest'
import type { ChangeView } from '../../ipc/bindings/ChangeView'
import type { RecentChanges } from '../../ipc/bindings/RecentChanges'
import { marksOf, nearestOf, placeOf } from './changeAxis'

const noted = (id: string, age: number, more: Partial<ChangeView> = {}) =>
  ({ id, age_before_onset: age, before: `${age} s before`, suspect: false, repository: null, reference: null, ...more }) as ChangeView
const recent = {
  repositories: [{ path: '/srv/pay', changes: [{ id: 'e83a', short: 'e83', age_before_onset: 900, before: '15 min before' }] }],
} as RecentChanges

it('marks each change once, wherever it was found', () => {
  const marks = marksOf(recent, [noted('c1', 900, { repository: '/srv/pay', reference: 'e83', suspect: true }), noted('c2', 60)])
  expect(marks.map(({ id, suspect }) => [id, suspect])).toEqual([
    ['/srv/pay e83a', true],
    ['c2', false],
  ])
})

it('puts the start at the right end and finds the last one before it', () => {
  const marks = marksOf(recent, [noted('after', -60), noted('too early', 7201), noted('at the start', 0)])
  const near = nearestOf(marks, 7200)
  expect(near?.id).toBe('at the start')
  expect(near && placeOf(near, 7200)).toBe(100)
  expect(marks.slice(0, 1).map((mark) => placeOf(mark, 7200))).toEqual([87.5])
  expect(nearestOf([], 7200)).toBeUndefined()
})
