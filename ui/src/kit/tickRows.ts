/** A row to choose: when it was, who said it, its words, and what is to be known of it. One that is off cannot be chosen. */
export type TickRow = { time: string; title?: string; author?: string | null; text: string; note?: string | null; off?: boolean }

/** From the row that was ticked last to this one, both along. */
export function between(last: number | null, at: number): number[] {
  const from = last ?? at
  const [first, end] = from < at ? [from, at] : [at, from]
  return Array.from({ length: end - first + 1 }, (_, step) => first + step)
}
