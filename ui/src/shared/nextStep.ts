import type { NextAction } from '../ipc/bindings/NextAction'
import type { UpdateKind } from '../ipc/bindings/UpdateKind'
import type { Acts } from '../state/acts'
import { focus, type FocusPlace } from '../state/focus.svelte'
import { place } from '../state/place.svelte'
import { statusChange } from '../state/statusChange.svelte'

/** Does what the next step's button says, to the incident whose step it is. */
export async function doNext(acts: Acts, action: NextAction): Promise<void> {
  switch (action.act) {
    case 'answer_impact':
      return show('triage', `impact-${action.question}`)
    case 'answer_security':
      return focus.ask('security-yes')
    case 'reason_severity':
      return show('triage', 'severity-reasoning')
    case 'open_channel':
    case 'stayed_quiet':
      return void (await acts.act(action.act, {}))
    case 'notify':
      return show('team', 'notify')
    case 'assign_role':
      return void (place.picking = action.role)
    case 'write_update':
      return writeUpdate(action.update)
    case 'decide_escalation':
      return focus.ask('escalate')
    case 'close_timebox':
      return void (await acts.act('close_timebox', { key: action.key }))
    case 'set_status':
      return void (await statusChange.moveTo(acts, action.to))
    case 'investigate':
      return show('investigate', `step-${action.step}`)
    case 'mitigate':
      return show('mitigate', 'mitigate')
    case 'verify':
      return show('verify', 'check')
    case 'resolve':
      place.showPane('verify')
      return void (await acts.act('resolve', { reason: null }))
    case 'schedule_review':
      return show('review', 'review-at')
    case 'review':
      return show('review', 'review')
    case 'log':
      return focus.ask('log-input')
  }
}

function writeUpdate(update: UpdateKind): void {
  place.showMessage(update)
  focus.ask('update')
}

function show(pane: 'triage' | 'team' | 'investigate' | 'mitigate' | 'verify' | 'review', at: FocusPlace): void {
  place.showPane(pane)
  focus.ask(at)
}
