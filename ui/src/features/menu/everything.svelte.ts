import { call } from '../../ipc'
import { place } from '../../state/place.svelte'
import { Question } from '../../state/question'
import type { Item } from './item'

/** The last row of the menu: searches everything that was written. */
export class Everything {
  #found = $state.raw<{ words: string; in_words: string } | null>(null)
  readonly #asked = new Question()

  /** Counts beforehand what the search will show. */
  count(typed: string): void {
    const words = typed.trim()
    if (!words) return
    void this.#asked.ask(
      () => call('search', { input: { words, incidents: 1, hits_each: 1 } }),
      ({ in_words }) => (this.#found = { words, in_words }),
    )
  }

  /** Nothing where nothing is typed. */
  items(typed: string): Item[] {
    const words = typed.trim()
    if (!words) return []
    const group = this.#found?.words === words ? this.#found.in_words : 'Everything written'
    return [{ label: `Search for “${words}”`, group, keys: 'Ctrl+Enter', run: () => place.history('incidents', { words }) }]
  }
}
