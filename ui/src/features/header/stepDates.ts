import type { StatusStep } from '../../ipc/bindings/StatusStep'
import { enteredAt } from '../../ipc/sentences'

/** When each step was entered; five share a line, so the day stands only where it changes. The header says when it all began. */
export function stepDates(steps: Pick<StatusStep, 'entered'>[]): (string | null)[] {
  const entered = steps.map(enteredAt)
  const days = new Set(entered.flatMap((at) => (at ? [at.day] : [])))
  let before = days.size < 2 ? [...days][0] : undefined
  return entered.map((at) => {
    if (at === null || at.day === before) return at && at.time
    before = at.day
    return at.day ? `${at.day} ${at.time}` : at.time
  })
}
