/** From which character up to which, counted in Unicode scalar values. */
export type Mark = readonly [number, number]
export type MarkedPiece = { text: string; marked: boolean }

/** A text cut at its marks, which stand in order. JavaScript counts letters beyond the first 65,536 twice, so it is taken apart first. */
export function piecesOf(text: string, marks: readonly Mark[]): MarkedPiece[] {
  if (marks.length === 0) return [{ text, marked: false }]
  const letters = Array.from(text)
  const pieces: MarkedPiece[] = []
  let at = 0
  const cut = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ text: letters.slice(at, to).join(''), marked })
    at = Math.max(at, to)
  }
  for (const [from, to] of marks) {
    cut(from, false)
    cut(to, true)
  }
  cut(letters.length, false)
  return pieces
}
