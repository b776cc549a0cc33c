import type { IncidentScreen } from '../ipc/bindings/IncidentScreen'
import type { Pane } from '../ipc/bindings/Pane'

export const LABELS: Record<Pane, string> = { triage: 'Triage', team: 'Team', updates: 'Updates', verify: 'Verify', review: 'Review' }

/** The panes of an incident, in the order of Ctrl+1..5. The review is there once there is something to review. */
export function panesOf(screen: IncidentScreen): Pane[] {
  const panes: Pane[] = ['triage', 'team', 'updates', 'verify']
  return screen.review ? [...panes, 'review'] : panes
}
