import type { DeadlineClock } from '../../ipc/bindings/DeadlineClock'
import { place } from '../../state/place.svelte'

/** What pressing a deadline opens, if it is met in a pane. */
export function opens({ kind, audience }: DeadlineClock): (() => void) | null {
  switch (kind) {
    case 'update':
      return () => {
        place.showPane('updates')
        if (audience === 'customers') place.template = 'customer'
        place.focus('update')
      }
    case 'impact_assessment':
      return () => place.showPane('triage')
    case 'verification':
      return () => place.showPane('verify')
    case 'review':
    case 'action_item':
      return () => place.showPane('review')
    default:
      return null
  }
}
