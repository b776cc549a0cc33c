/** As much of each end of a long text as the page draws without stopping over it. */
const END = 24 * 1024

export type Shortened = { head: string; leftOut: string; tail: string }

/** A long text by its two ends, cut where lines end, and how much between them is left out. */
export function shortened(text: string): Shortened {
  if (text.length <= 2 * END) return { head: text, leftOut: '', tail: '' }
  const [from, to] = [lineEnd(text, END), lineStart(text, text.length - END)]
  const lines = text.slice(from, to).split('\n').length - 2
  const leftOut = lines > 1 ? `${lines.toLocaleString('en')} lines between are not shown here.` : 'What is between is not shown here.'
  return { head: text.slice(0, from), leftOut, tail: text.slice(to) }
}

/** A line may be endless itself. */
function lineEnd(text: string, at: number): number {
  const end = text.lastIndexOf('\n', at)
  return end > at / 2 ? end : at
}

function lineStart(text: string, at: number): number {
  const start = text.indexOf('\n', at) + 1
  return start > 0 && start < at + END / 2 ? start : at
}
