import type { DeadlineClock } from '../../ipc/bindings/DeadlineClock'
import type { IncidentClock } from '../../ipc/bindings/IncidentClock'
import type { IncidentScreen } from '../../ipc/bindings/IncidentScreen'
import { actsOn, type Acts } from '../../state/acts'
import { actsOf, offersNotYet } from '../../shared/deadlines/acts'
import { shortLabel } from '../../shared/deadlines/shortLabel'
import { raiseSeverity } from '../../shared/raiseSeverity'
import { here, type Item } from './item'

/** What waits for an answer: the acts of each deadline, a reminder to silence, a copy to take back, a severity in doubt. */
export function pendingItems(screen: IncidentScreen, clock: IncidentClock | undefined): Item[] {
  const deadlines = clock?.deadlines ?? []
  const acts = actsOn(screen.summary.handle)
  const answered = deadlines.flatMap((deadline) => answers(acts, deadline, screen))
  return [...answered, ...snoozes(acts, deadlines), ...resuming(acts, screen), ...taking(acts, clock), ...doubts(acts, screen)]
}

function answers(acts: Acts, deadline: DeadlineClock, screen: IncidentScreen): Item[] {
  const aside = shortLabel(deadline)
  const known = actsOf(deadline, screen).map(({ words, run }) => here(words, aside, 'clock', run))
  const notYet = here('Not yet', aside, 'clock', () => void acts.act('not_yet', { key: deadline.key, reason: null }))
  return offersNotYet(deadline, screen) ? [...known, notYet] : known
}

/** For the nearest deadline that asks for somebody, and for those that are silent. */
function snoozes(acts: Acts, deadlines: DeadlineClock[]): Item[] {
  const item = (deadline: DeadlineClock, label: string, minutes: number | null) =>
    here(label, shortLabel(deadline), 'snooze', () => void acts.act('snooze', { key: deadline.key, minutes, reason: null }))
  const nearest = deadlines.find(({ pressing }) => pressing)
  const again = deadlines.filter(({ snoozed }) => snoozed).map((deadline) => item(deadline, 'Remind again', 0))
  if (!nearest) return again
  return [
    ...[5, 15, 30].map((minutes) => item(nearest, `Snooze ${minutes} min`, minutes)),
    // An escalation is silenced for good only with a reason, which is typed at its clock.
    ...(nearest.kind === 'escalation' ? [] : [item(nearest, 'Snooze: none for this one', null)]),
    ...again,
  ]
}

function resuming(acts: Acts, { escalation }: IncidentScreen): Item[] {
  if (!escalation?.stopped) return []
  const run = () => void acts.act('resume_automatic_escalation', {})
  return [here('Let it escalate by itself again', `To ${escalation.to}`, 'clock', run)]
}

function taking(acts: Acts, clock: IncidentClock | undefined): Item[] {
  const id = clock?.just_copied
  if (!id) return []
  return [here('Not sent: take the last copy back', 'update', 'undo', () => void acts.act('take_back_update', { id }))]
}

function doubts(acts: Acts, { triage: { doubt } }: IncidentScreen): Item[] {
  if (!doubt) return []
  return [here(`Raise to ${doubt.to}`, 'in doubt, over-classify', 'severity', () => void raiseSeverity(acts, doubt))]
}
