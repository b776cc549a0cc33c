import type { ChangeView } from '../../ipc/bindings/ChangeView'
import type { RecentChanges } from '../../ipc/bindings/RecentChanges'

/** A change as a mark: how many seconds it lies before the start, and whether it is suspected. */
export type Mark = { id: string; age: number; before: string; suspect: boolean }

/** Where a mark is, in percent from the left end; the start is at the right end. */
export const placeOf = ({ age }: Mark, length: number): number => 100 * (1 - age / length)

/** The last one before the start. */
export function nearestOf(marks: Mark[], length: number): Mark | undefined {
  const before = marks.filter(({ age }) => age >= 0 && age <= length)
  return before.length ? before.reduce((near, mark) => (mark.age < near.age ? mark : near)) : undefined
}

/** What was found in the repositories and what was noted; what was noted from a repository is one mark. */
export function marksOf(recent: RecentChanges, noted: ChangeView[]): Mark[] {
  const commits = recent.repositories.flatMap(({ path, changes }) =>
    changes.map(({ id, short, age_before_onset: age, before }) => ({
      id: `${path} ${id}`,
      age,
      before,
      suspect: noted.some((one) => one.suspect && one.repository === path && one.reference === short),
    })),
  )
  const typed = noted.filter(
    ({ repository, reference }) =>
      !recent.repositories.some(({ path, changes }) => path === repository && changes.some(({ short }) => short === reference)),
  )
  return [...commits, ...typed.map(({ id, age_before_onset: age, before, suspect }) => ({ id, age, before, suspect }))]
}
