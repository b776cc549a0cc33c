import type { DeadlineClock } from '../../ipc/bindings/DeadlineClock'
import { focus } from '../../state/focus.svelte'
import { place } from '../../state/place.svelte'

/** What pressing a deadline opens, if it is met in a pane. */
export function paneOpener({ kind, audience }: DeadlineClock): (() => void) | null {
  switch (kind) {
    case 'update':
      return () => {
        if (audience === 'customers') place.showMessage('customer')
        else place.showPane('updates')
        focus.ask('update')
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
