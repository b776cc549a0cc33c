import { call } from '../../ipc'
import type { IncidentHits } from '../../ipc/bindings/IncidentHits'
import type { RunbookRow } from '../../ipc/bindings/RunbookRow'
import { place } from '../../state/place.svelte'
import { Question } from '../../state/question'
import type { Item } from './item'

type Searched = { words: string; in_words: string; incidents: IncidentHits[] }

/** What is not on the screen: the runbooks, and all that was written. */
export class Everything {
  runbooks = $state.raw<RunbookRow[]>([])
  #found = $state.raw<Searched | null>(null)
  readonly #asked = new Question()

  async load(): Promise<void> {
    const list = await call('runbook_list', { words: '' }).catch(() => null)
    this.runbooks = list?.rows ?? []
  }

  /** Looks beforehand at what the search will show. */
  look(typed: string): void {
    const words = typed.trim()
    if (!words) return
    void this.#asked.ask(
      () => call('search', { input: { words, incidents: 4, hits_each: 1 } }),
      ({ in_words, incidents }) => (this.#found = { words, in_words, incidents }),
    )
  }

  incidents(typed: string): readonly IncidentHits[] {
    return this.#foundFor(typed)?.incidents ?? []
  }

  /** The last row of the menu: searches everything. Nothing where nothing is typed. */
  items(typed: string): Item[] {
    const words = typed.trim()
    if (!words) return []
    const run = () => place.history('incidents', { words })
    const aside = this.#foundFor(typed)?.in_words ?? ''
    return [{ section: 'written', label: `Search for “${words}”`, aside, icon: 'search', keys: 'Ctrl+Enter', also: words, run }]
  }

  #foundFor(typed: string): Searched | null {
    return this.#found?.words === typed.trim() ? this.#found : null
  }
}
