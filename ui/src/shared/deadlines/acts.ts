import type { DeadlineClock } from '../../ipc/bindings/DeadlineClock'
import type { IncidentScreen } from '../../ipc/bindings/IncidentScreen'
import { isAbout } from '../../ipc/sentences'
import { actsOn } from '../../state/acts'

export type DeadlineAct = {
  id: 'acknowledge' | 'escalate' | 'close-timebox' | 'finish-action' | 'stayed-quiet'
  /** The word on the button. */
  label: string
  /** The same, where what it is about is not beside it. */
  words: string
  run: () => Promise<unknown>
}

/** What else than snoozing its notification offers; the answer to an escalation besides 'not yet', which may take a reason. */
export function actsOf(deadline: DeadlineClock, screen: IncidentScreen): DeadlineAct[] {
  const acts = actsOn(screen.summary.handle)
  switch (deadline.kind) {
    case 'response':
      return [{ id: 'acknowledge', label: 'Acknowledge', words: 'Acknowledge', run: () => acts.act('acknowledge', {}) }]
    case 'escalation':
      return screen.escalation?.asking
        ? [
            {
              id: 'escalate',
              label: 'Escalate',
              words: `Escalate to ${screen.escalation.to}`,
              run: () => acts.act('escalate', { key: deadline.key }),
            },
          ]
        : []
    case 'timebox':
      return [
        {
          id: 'close-timebox',
          label: 'Close',
          words: `Close: ${deadline.subject}`,
          run: () => acts.act('close_timebox', { key: deadline.key }),
        },
      ]
    case 'recurrence':
      // Reopening stands in the header.
      return [{ id: 'stayed-quiet', label: 'Stayed quiet', words: 'It stayed quiet', run: () => acts.act('stayed_quiet', {}) }]
    case 'action_item':
      return finishing(deadline, screen)
    default:
      return []
  }
}

/** Before its reminder comes, an action item is left to the review's table. */
function finishing(deadline: DeadlineClock, screen: IncidentScreen): DeadlineAct[] {
  const item = screen.actions.find((item) => item.open && isAbout(deadline, item))
  if (!item || !offersSnooze(deadline)) return []
  return [
    {
      id: 'finish-action',
      label: 'Done',
      words: `Done: ${item.text}`,
      run: () => actsOn(screen.summary.handle).act('finish_action', { id: item.id }),
    },
  ]
}

/** Whether its reminders can be silenced, or sound again. */
export const offersSnooze = ({ pressing, snoozed }: DeadlineClock): boolean => pressing || snoozed !== null

/** Whether 'not yet' is an answer now. */
export const offersNotYet = (deadline: DeadlineClock, screen: IncidentScreen): boolean =>
  deadline.kind === 'escalation' && Boolean(screen.escalation?.asking) && !deadline.snoozed
