import type { DeadlineClock } from '../../ipc/bindings/DeadlineClock'
import type { IncidentClock } from '../../ipc/bindings/IncidentClock'
import type { IncidentScreen } from '../../ipc/bindings/IncidentScreen'
import { incident } from '../../state/incident.svelte'
import { actsOf, offersNotYet } from '../../shared/deadlines/acts'
import { shortLabel } from '../../shared/deadlines/shortLabel'
import { raiseSeverity } from '../../shared/raiseSeverity'
import type { Item } from './item'

/** What waits for an answer: the acts of each deadline, a reminder to silence, a copy to take back, a severity in doubt. */
export function pendingItems(screen: IncidentScreen, clock: IncidentClock | undefined): Item[] {
  const deadlines = clock?.deadlines ?? []
  return [...deadlines.flatMap((deadline) => answers(deadline, screen)), ...snoozes(deadlines), ...taking(clock), ...doubts(screen)]
}

function answers(deadline: DeadlineClock, screen: IncidentScreen): Item[] {
  const group = shortLabel(deadline)
  const acts = actsOf(deadline, screen).map(({ words, run }) => ({ label: words, group, run }))
  const notYet = { label: 'Not yet', group, run: () => void incident.act('not_yet', { key: deadline.key, reason: null }) }
  return offersNotYet(deadline, screen) ? [...acts, notYet] : acts
}

/** For the nearest deadline that asks for somebody, and for those that are silent. */
function snoozes(deadlines: DeadlineClock[]): Item[] {
  const item = (deadline: DeadlineClock, label: string, minutes: number | null): Item => ({
    label,
    group: shortLabel(deadline),
    run: () => void incident.act('snooze', { key: deadline.key, minutes }),
  })
  const nearest = deadlines.find(({ pressing }) => pressing)
  const again = deadlines.filter(({ snoozed }) => snoozed).map((deadline) => item(deadline, 'Remind again', 0))
  if (!nearest) return again
  return [
    ...[5, 15, 30].map((minutes) => item(nearest, `Snooze ${minutes} min`, minutes)),
    item(nearest, 'Snooze: none for this one', null),
    ...again,
  ]
}

function taking(clock: IncidentClock | undefined): Item[] {
  const id = clock?.just_copied
  return id
    ? [{ label: 'Not sent: take the last copy back', group: 'Update', run: () => void incident.act('take_back_update', { id }) }]
    : []
}

function doubts({ triage: { doubt } }: IncidentScreen): Item[] {
  return doubt ? [{ label: `Raise to ${doubt.to}`, group: 'In doubt, over-classify', run: () => void raiseSeverity(doubt) }] : []
}
