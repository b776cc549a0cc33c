/** Letters that are read from right to left, by the blocks that Unicode keeps for them, and the marks that stand for one. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Words for a place among others: those read from right to left move nothing that stands beside them. */
export function isolated<T>(words: T): T | string {
  return typeof words === 'string' && RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words
}
