import type { NextAction } from '../ipc/bindings/NextAction'
import { incident } from '../state/incident.svelte'
import { focus, type FocusPlace } from '../state/focus.svelte'
import { place } from '../state/place.svelte'
import { confirmation } from '../state/confirmation.svelte'
import { statusChange } from '../state/statusChange.svelte'

/** Does what the next step's button says. */
export async function doNext(action: NextAction): Promise<void> {
  switch (action.act) {
    case 'answer_impact':
      return show('triage', `impact-${action.question}`)
    case 'reason_severity':
      return show('triage', 'severity-reasoning')
    case 'open_channel':
      return openChannel()
    case 'notify':
      return show('team', 'notify')
    case 'assign_role':
      return void (place.picking = action.role)
    case 'write_update':
      place.showMessage(action.update)
      return focus.ask('update')
    case 'decide_escalation':
      return focus.ask('escalate')
    case 'close_timebox':
      await incident.act('close_timebox', { key: action.key })
      return
    case 'set_status':
      return statusChange.moveTo(action.to)
    case 'investigate':
      return show('investigate', `step-${action.step}`)
    case 'mitigate':
      return show('mitigate', 'mitigate')
    case 'verify':
      return show('verify', 'check')
    case 'resolve':
      place.showPane('verify')
      await incident.act('resolve', { reason: null })
      return
    case 'schedule_review':
      return show('review', 'review-at')
    case 'review':
      return show('review', 'review')
    case 'log':
      return focus.ask('log-input')
  }
}

function show(pane: 'triage' | 'team' | 'investigate' | 'mitigate' | 'verify' | 'review', at: FocusPlace): void {
  place.showPane(pane)
  focus.ask(at)
}

async function openChannel(): Promise<void> {
  const channel = await incident.act('open_channel', {})
  if (channel) confirmation.show(`Copied ${channel}. Open it in your chat and pin the first assessment.`)
}
