import type { EvidenceSide } from '../../ipc/bindings/EvidenceSide'

const SIGNS: Record<string, EvidenceSide> = { '+': 'for', '-': 'against', '−': 'against' }

/** A line such as `+ 20 of 20 connections used`: the side that its sign says, and the words after it. */
export function splitSide(line: string): { side: EvidenceSide | null; text: string } {
  const side = SIGNS[line.trimStart()[0] ?? ''] ?? null
  return { side, text: side ? line.trimStart().slice(1).trim() : line.trim() }
}
