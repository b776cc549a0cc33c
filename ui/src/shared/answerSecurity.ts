import type { Acts } from '../state/acts'
import { incident } from '../state/incident.svelte'

/** Answers the question that stands; without one a press means nothing. */
export function answerSecurity(acts: Acts, isOne: boolean): boolean {
  if (!acts.onScreen || !incident.screen?.security_question) return false
  void acts.act('decide_security', { confirmed: isOne, reason: null })
  return true
}
