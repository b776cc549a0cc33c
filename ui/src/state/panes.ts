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
}

/** The panes of an incident, in the order of Ctrl+1..7. The review is there once there is something to review. */
export function panesOf(screen: IncidentScreen): Pane[] {
  const panes: Pane[] = ['triage', 'team', 'updates', 'investigate', 'mitigate', 'verify']
  return screen.review ? [...panes, 'review'] : panes
}
