// Where the focus should go once that is drawn: an act names the place, and what is drawn there takes it.
import type { EventId } from '../ipc/bindings/EventId'
import type { ImpactQuestion } from '../ipc/bindings/ImpactQuestion'
import type { InvestigationStep } from '../ipc/bindings/InvestigationStep'
import type { Pane } from '../ipc/bindings/Pane'
import type { UpdateField } from '../ipc/bindings/UpdateField'

/** A field or a button that may be asked to take the focus. */
export type FocusPlace =
  | 'acknowledge'
  | 'action-done'
  | 'action-due'
  | 'action-text'
  | 'backfill-text'
  | 'change-at'
  | 'change-summary'
  | 'check'
  | 'close-timebox'
  | 'copy-update'
  | 'declare-hotkey-input'
  | 'declare-line'
  | 'escalate'
  | 'file-text'
  | 'finish-action'
  | 'stayed-quiet'
  | 'history-actions'
  | 'history-figures'
  | 'history-search'
  | 'hotkey-input'
  | 'hypothesis-line'
  | 'log-input'
  | 'menu-input'
  | 'mitigate'
  | 'mitigation-words'
  | 'next-step'
  | 'notify'
  | 'review-end'
  | 'quick-input'
  | 'redact-review'
  | 'resolve-reason'
  | 'review'
  | 'review-at'
  | 'runbook'
  | 'runbook-search'
  | 'save-redacted'
  | 'severity-declare'
  | 'severity-menu'
  | 'severity-reasoning'
  | 'severity-split'
  | 'severity-triage'
  | 'security-reason'
  | 'security-yes'
  | 'status-reason'
  | 'team-files'
  | 'split-line'
  | 'title'
  | 'title-button'
  | 'transcript-text'
  | 'update'
  | 'withdraw-reason'
  | `edit-${EventId}`
  | `entry-${EventId}`
  | `field-${UpdateField}`
  | `file-${string}`
  | `finding-since-${InvestigationStep}`
  | `finding-text-${InvestigationStep}`
  | `found-${number}`
  | `history-tab-${string}`
  | `hypothesis-${EventId}`
  | `impact-${ImpactQuestion}`
  | `step-${InvestigationStep}`
  | `tab-${Pane}`
  | `toggle-${InvestigationStep}`
  | `undo-${EventId}`

class FocusStore {
  wanted = $state<FocusPlace | null>(null)

  ask(place: FocusPlace): void {
    this.wanted = place
  }

  /** Leaves the focus to whatever else asked for it. */
  askIfFree(place: FocusPlace): void {
    this.wanted ??= place
  }

  /** What was asked for and not drawn yet is wanted no more. */
  lapse = (): void => {
    this.wanted = null
  }
}

export const focus = new FocusStore()

/** Attach to what may be asked to take the focus. */
export function takesFocus(place: FocusPlace) {
  return (node: HTMLElement) => {
    if (focus.wanted !== place) return
    focus.lapse()
    node.focus()
    node.scrollIntoView?.({ block: 'nearest' })
  }
}
