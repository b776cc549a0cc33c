import { call } from '../../ipc'
import type { EventId } from '../../ipc/bindings/EventId'
import type { HistoryFilters } from '../../ipc/bindings/HistoryFilters'
import type { IncidentHits } from '../../ipc/bindings/IncidentHits'
import type { SearchHit } from '../../ipc/bindings/SearchHit'
import type { SearchInput } from '../../ipc/bindings/SearchInput'
import type { SearchResults } from '../../ipc/bindings/SearchResults'
import { Attempt } from '../../state/attempt.svelte'
import { focus } from '../../state/focus.svelte'
import { place, type HistoryAsked } from '../../state/place.svelte'
import { Question } from '../../state/question'
import { inputOf, NO_FILTER, type HistoryFilter } from './filter'

/** Incidents that are asked for at once, and the most that are asked for again. */
const PAGE = 20
const MOST = 200

/** What Up and Down walk: the hits, or the incidents where nothing is looked for. */
export type ResultRow = { key: string; incident: IncidentHits; hit: SearchHit | null }

/** Incidents, and what was written in them, found by words and filters. */
export class HistorySearch extends Attempt {
  words = $state('')
  filter = $state.raw<HistoryFilter>(NO_FILTER)
  bestFirst = $state(false)
  /** The answer's numbers, and its incidents with those of the pages that were asked for since. */
  results = $state.raw<SearchResults | null>(null)
  incidents = $state.raw<readonly IncidentHits[]>([])
  /** What there is to filter by. */
  known = $state.raw<HistoryFilters>({ services: [], people: [] })
  /** All hits of the incidents of which more were asked for, by their handles. */
  #opened = $state.raw<Readonly<Record<string, SearchHit[]>>>({})
  #used = $state<string | null>(null)
  readonly #asked = new Question()
  readonly #paged = new Question()
  readonly #more = new Question()
  readonly #listed = new Question('shown')

  /** Asks anew, for as many incidents as are shown. */
  load = (): Promise<void> => {
    this.#paged.forget()
    const incidents = Math.min(MOST, Math.max(PAGE, this.incidents.length))
    return this.#asked.ask(
      () => call('search', { input: { ...this.#input, incidents } }),
      (results) => {
        this.results = results
        this.incidents = results.incidents
        this.clear()
      },
      this.refuse,
    )
  }

  loadKnown = (): Promise<void> =>
    this.#listed.ask(
      () => call('history_filters'),
      (known) => (this.known = known),
      this.refuse,
    )

  /** The next incidents, where there are more. */
  async loadMore(): Promise<void> {
    if (!this.hasMore) return
    const skip = this.incidents.length
    await this.#paged.ask(
      () => call('search', { input: { ...this.#input, skip, incidents: PAGE } }),
      ({ incidents }) => {
        if (skip === this.incidents.length) this.incidents = [...this.incidents, ...incidents]
      },
      this.refuse,
    )
  }

  /** What the screen was opened with. Without anything it stays as it was left. */
  take(asked: HistoryAsked | null): void {
    if (asked === null) return
    const among = 'handles' in asked ? asked : null
    this.filter = { ...NO_FILTER, among }
    void this.type('words' in asked ? asked.words : '')
  }

  type(words: string): Promise<void> {
    this.words = words
    return this.#begin()
  }

  show(change: Partial<HistoryFilter>): Promise<void> {
    this.filter = { ...this.filter, ...change }
    return this.#begin()
  }

  order(bestFirst: boolean): Promise<void> {
    this.bestFirst = bestFirst
    return this.#begin()
  }

  /** From the first row on. */
  #begin(): Promise<void> {
    this.#used = null
    this.#opened = {}
    this.#more.forget()
    this.incidents = this.incidents.slice(0, PAGE)
    return this.load()
  }

  get looksFor(): boolean {
    return this.words.trim() !== ''
  }

  get hasMore(): boolean {
    return this.incidents.length < (this.results?.incidents_total ?? 0)
  }

  hitsOf(incident: IncidentHits): readonly SearchHit[] {
    return this.#opened[incident.handle] ?? incident.hits
  }

  /** How many of its hits are not shown. */
  hiddenOf(incident: IncidentHits): number {
    return Math.max(0, incident.hits_total - this.hitsOf(incident).length)
  }

  get rows(): ResultRow[] {
    return this.incidents.flatMap((incident) => {
      const hits: readonly (SearchHit | null)[] = this.looksFor && incident.hits.length ? this.hitsOf(incident) : [null]
      return hits.map((hit) => ({ key: `${incident.handle} ${hit?.id ?? ''}`, incident, hit }))
    })
  }

  /** The row in use. */
  get row(): ResultRow | null {
    return this.rows.find((row) => row.key === this.#used) ?? this.rows[0] ?? null
  }

  use(key: string): void {
    this.#used = key
  }

  /** Up and down the rows; whoever comes near the end is given the next incidents. */
  async step(by: number): Promise<void> {
    const { rows } = this
    const at = rows.findIndex((row) => row.key === this.row?.key)
    const to = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (to) this.use(to.key)
    if (at + by >= rows.length - 1) await this.loadMore()
  }

  /** Shows every hit of the incident in use. */
  async expand(): Promise<void> {
    const incident = this.row?.incident
    if (!incident || !this.looksFor || this.hiddenOf(incident) === 0) return
    const { handle } = incident
    await this.#more.ask(
      () => call('search_hits', { words: this.words, handle }),
      (hits) => (this.#opened = { ...this.#opened, [handle]: hits }),
      this.refuse,
    )
  }

  /** Where an entry has what is looked for, if it reads as its hit does. */
  marksOf = (id: EventId, text: string): readonly [number, number][] => {
    const { row } = this
    const hit = row ? this.hitsOf(row.incident).find((hit) => hit.id === id) : undefined
    return this.looksFor && hit?.text === text ? hit.hits : []
  }

  /** Opens the incident at the entry. */
  open(row: ResultRow): void {
    const { handle, resolved_at } = row.incident
    place.open(handle, resolved_at && place.handle !== handle ? 'review' : undefined)
    if (!row.hit) return
    place.timelineOpen = true
    focus.ask(`entry-${row.hit.id}`)
  }

  get #input(): SearchInput {
    return { words: this.words, best_first: this.bestFirst, ...inputOf(this.filter) }
  }
}

/** As it was left, for whoever opens an incident and comes back. */
export const search = new HistorySearch()
