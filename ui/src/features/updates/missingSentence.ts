import type { FoundView } from '../../ipc/bindings/FoundView'

/** What stands between a message and the clipboard, in a sentence; of the missing fields the one to fill now. */
export function missingSentence(missing: string[], found: Pick<FoundView, 'title'>[]): string {
  const field = missing[0] && `${missing[0]} is missing`
  const things = found[0] && (found.length === 1 ? `'${found[0].title}' is to be looked at` : `${found.length} things are to be looked at`)
  return [field, things].filter(Boolean).join(', ') + '.'
}
