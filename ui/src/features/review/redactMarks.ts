/** A stretch of the copy: of a replaced word its number among the replacements. */
export type Stretch = { text: string; word?: number }

/** The copy in stretches, in which each word that stands for another is one; the longest first. */
export function stretches(copy: string, replacements: string[]): Stretch[] {
  const words = [...new Set(replacements)].filter(Boolean).sort((one, other) => other.length - one.length)
  if (words.length === 0) return [{ text: copy }]
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const found: Stretch[] = []
  let from = 0
  for (const match of copy.matchAll(pattern)) {
    if (match.index > from) found.push({ text: copy.slice(from, match.index) })
    const word = replacements.findIndex((replacement) => replacement.toLowerCase() === match[0].toLowerCase())
    found.push({ text: match[0], word })
    from = match.index + match[0].length
  }
  if (from < copy.length) found.push({ text: copy.slice(from) })
  return found
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
