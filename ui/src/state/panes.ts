import type { IncidentScreen } from '../ipc/bindings/IncidentScreen'
import type { Pane } from '../ipc/bindings/Pane'

export const LABELS: Record<Pane, string> = {
  triage: 'Triage',
  team: 'Team',
  updates: 'Updates',
  investigate: 'Investigate',
  mitigate: 'Mitigate',
  verify: 'Verify',
  review: 'Review',
  runbook: 'Runbook',
}

/** The panes of an incident, in their order. The review is there once there is something to review. */
export function panesOf(screen: IncidentScreen): Pane[] {
  const panes: Pane[] = ['triage', 'team', 'updates', 'investigate', 'mitigate', 'verify']
  return screen.review ? [...panes, 'review', 'runbook'] : [...panes, 'runbook']
}

/** Ctrl with this digit shows the pane: the same one, whichever others are there. */
export const KEYS: Record<Pane, number> = { triage: 1, team: 2, updates: 3, investigate: 4, mitigate: 5, verify: 6, review: 7, runbook: 8 }
