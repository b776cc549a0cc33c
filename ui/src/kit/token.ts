export type Parts = { before: string; token: string; after: string }

/** Finds the time's word at either end of the line; while an answer is late it may not be there any more. */
export function splitToken(text: string, token: string | null): Parts {
  if (!token) return { before: text, token: '', after: '' }
  const whole = (at: number) => at >= 0 && !/\S/.test(text[at - 1] ?? ' ') && !/\S/.test(text[at + token.length] ?? ' ')
  const first = text.length - text.trimStart().length
  for (const at of [text.startsWith(token, first) ? first : -1, text.lastIndexOf(token)]) {
    if (whole(at)) return { before: text.slice(0, at), token, after: text.slice(at + token.length) }
  }
  return { before: text, token: '', after: '' }
}
