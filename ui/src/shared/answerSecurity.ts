import { incident } from '../state/incident.svelte'

/** Answers the question that stands; without one a press means nothing. */
export function answerSecurity(isOne: boolean): boolean {
  if (!incident.screen?.security_question) return false
  void incident.act('decide_security', { is_one: isOne, reason: null })
  return true
}
