import { call } from '../ipc'
import type { EventId } from '../ipc/bindings/EventId'
import type { TimelineNews } from '../ipc/bindings/TimelineNews'
import type { TimelineRow } from '../ipc/bindings/TimelineRow'
import type { TimelineSlice } from '../ipc/bindings/TimelineSlice'
import { Attempt } from './attempt.svelte'
import { Question } from './question'
import { SparseRows } from './sparseRows.svelte'

/** Whoever scrolls is given whole blocks, so that the next rows are there; with news comes what they make wrong. */
const BLOCK = 50
/** The most rows asked for at once. */
const MOST = 2 * BLOCK
/** How many rows are kept on either side of what is drawn. */
const KEPT = 1000
/** In milliseconds: a list that is scrolled through fast draws rows that are gone a moment later. */
const SETTLED = 20

type Stretch = { start: number; count: number }

/** One incident's timeline: how long it is, and the rows of it that are drawn or were a while ago. */
export class Timeline extends Attempt {
  readonly handle: string
  total = $state(0)
  /** Whether it spans days, so that each needs a heading. */
  severalDays = $state(false)
  /** Whether anything of it has come. */
  known = $state(false)
  /** Whether its end is what the person looks at. */
  followsEnd = true
  readonly #rows = new SparseRows<TimelineRow>()
  /** By who draws it: while rows move, two may draw the same position for a moment. */
  readonly #drawn = new Map<symbol, number>()
  readonly #question = new Question('shown')
  #revision = 0
  #hasNews = false
  #settling = false

  constructor(handle: string) {
    super()
    this.handle = handle
  }

  /** Asks for what came since, at first for the newest rows. */
  refresh(): Promise<void> {
    this.#hasNews = true
    return this.#ask()
  }

  /** Reads again whatever is drawn: the folder may be another one. */
  reread(): Promise<void> {
    this.#rows.markStale(0)
    this.#revision = 0
    return this.refresh()
  }

  row(position: number): TimelineRow | undefined {
    return this.#rows.at(position)
  }

  byId(id: EventId): TimelineRow | undefined {
    return this.#rows.byId(id)
  }

  /** Where a row is that is here. */
  placeOf(id: EventId): number | undefined {
    return this.#rows.positionOf(id)
  }

  /** Where any row is; nothing where it was undone. */
  async find(id: EventId): Promise<number | null> {
    return this.#rows.positionOf(id) ?? (await call('timeline_position', { handle: this.handle, id }))
  }

  /** A row by its event, wherever it is. */
  async lookUp(id: EventId): Promise<TimelineRow | null> {
    const start = await this.find(id)
    if (start === null) return null
    const here = this.#rows.byId(id)
    if (here) return here
    const { rows } = await call('timeline_slice', { handle: this.handle, start, count: 1 })
    return rows.find((row) => row.id === id) ?? null
  }

  /** A row is drawn, until the answer is called: it is asked for if it is not here. */
  draw(position: number): () => void {
    const who = Symbol()
    this.#drawn.set(who, position)
    if (!this.#rows.isFresh(position)) this.#askSoon()
    return () => this.#drawn.delete(who)
  }

  #askSoon(): void {
    if (this.#settling) return
    this.#settling = true
    setTimeout(() => {
      this.#settling = false
      void this.#ask()
    }, SETTLED)
  }

  /** One question is under way and one more waits, whatever comes; each asks for what is needed when its turn comes. */
  #ask(): Promise<void> {
    return this.#question.ask(
      () => this.#fetch(),
      ({ asked, show }) => {
        show()
        const missing = this.#missing()
        // What was not to be had is not asked for again and again.
        if (this.#hasNews || (missing && missing.start !== asked?.start)) void this.#ask()
      },
      this.refuse,
    )
  }

  /** Fetches what is needed most, and answers how it is shown: news and the rows that they make wrong come at once. */
  async #fetch(): Promise<{ asked: Stretch | null; show: () => void }> {
    const first = this.known ? null : await this.#fetchNewest()
    const news = this.known && this.#hasNews ? await this.#fetchNews() : null
    const asked = this.known ? this.#missing(news) : null
    const slice = asked && (await call('timeline_slice', { handle: this.handle, ...asked }))
    const show = () => {
      if (news) this.#takeNews(news)
      if (first ?? slice) this.#takeSlice((first ?? slice)!)
    }
    return { asked, show }
  }

  #fetchNewest(): Promise<TimelineSlice> {
    this.#hasNews = false
    return call('timeline_slice', { handle: this.handle, start: null, count: BLOCK })
  }

  async #fetchNews(): Promise<TimelineNews> {
    this.#hasNews = false
    try {
      return await call('timeline_news', { handle: this.handle, revision: this.#revision })
    } catch (error) {
      this.#hasNews = true
      throw error
    }
  }

  #takeNews(news: TimelineNews): void {
    this.#revision = news.revision
    if (news.stale_from !== null) this.#rows.markStale(news.stale_from)
    this.#rows.put(news.total - news.added.length, news.added)
    this.#measure(news)
  }

  #takeSlice(slice: TimelineSlice): void {
    // Cut from a later state than what is kept: what came between is asked for.
    if (this.known && slice.revision !== this.#revision) this.#hasNews = true
    if (!this.known) this.#revision = slice.revision
    this.known = true
    this.#rows.put(slice.start, slice.rows)
    this.#measure(slice)
  }

  #measure({ total, several_days }: TimelineSlice | TimelineNews): void {
    this.total = total
    this.severalDays = several_days
    this.#rows.cut(total)
    const drawn = [...this.#drawn.values()]
    if (this.#rows.size > 2 * KEPT) this.#rows.keepAround(this.followsEnd ? total : Math.max(...drawn), KEPT, drawn)
    this.clear()
  }

  /** What is to be asked for next, of what is drawn and of the end where that is followed; with news, as they leave it. */
  #missing(news: TimelineNews | null = null): Stretch | null {
    const total = news?.total ?? this.total
    const end = this.followsEnd ? Array.from({ length: Math.min(BLOCK, total) }, (_, at) => total - 1 - at) : []
    const comes = (position: number) => news !== null && position >= total - news.added.length
    const turnsWrong = (position: number) => news !== null && position >= (news.stale_from ?? Infinity)
    const lacks = (position: number) => !comes(position) && (turnsWrong(position) || !this.#rows.isFresh(position))
    const positions = [...this.#drawn.values(), ...end].filter((position) => position < total && lacks(position))
    if (positions.length === 0) return null
    return stretchOf(positions, news ? 1 : BLOCK)
  }
}

/** From the first to the last of these positions, in blocks of so many; of more than may be asked for at once, the last. */
function stretchOf(positions: number[], block: number): Stretch {
  const end = (Math.floor(Math.max(...positions) / block) + 1) * block
  const near = positions.filter((position) => position >= end - MOST)
  const start = Math.floor(Math.min(...near) / block) * block
  return { start, count: end - start }
}
