import type { Acts } from '../state/acts'
import { incident } from '../state/incident.svelte'

/** Answers the question that stands; without one a press means nothing. */
export function answerSecurity(acts: Acts, isOne: boolean): boolean {
  const question = incident.screen?.security_question
  if (!acts.onScreen || !question) return false
  void acts.act('answer_security', { confirmed: isOne, reason: null, about: question.words })
  return true
}
