import { call } from '../../ipc'
import type { FiguresInput } from '../../ipc/bindings/FiguresInput'
import type { FiguresSpan } from '../../ipc/bindings/FiguresSpan'
import type { FiguresTable } from '../../ipc/bindings/FiguresTable'
import type { FiguresView } from '../../ipc/bindings/FiguresView'
import { Attempt } from '../../state/attempt.svelte'
import { confirmation } from '../../state/confirmation.svelte'
import { place } from '../../state/place.svelte'
import { Question } from '../../state/question'
import { tablesOf, type Behind, type FigureRow, type FigureTable } from './tables'

/** Rows of a long table that are shown before all are asked for. */
const FIRST = 5
const LONG: readonly FiguresTable[] = ['services', 'causes', 'nights']

/** What the incidents of a time show, and the row of it that the keys act on. */
export class FiguresScreen extends Attempt {
  view = $state.raw<FiguresView | null>(null)
  span = $state.raw<FiguresSpan>({ span: 'weeks', weeks: 13 })
  service = $state<string | null>(null)
  /** Long tables of which all rows are shown. */
  whole = $state.raw<readonly FiguresTable[]>([])
  #used = $state.raw<{ table: FiguresTable; at: number }>({ table: 'severities', at: 0 })
  readonly #asked = new Question()
  readonly tables = $derived(this.view ? tablesOf(this.view) : [])

  get #input(): FiguresInput {
    return { span: this.span, service: this.service }
  }

  load = (): Promise<void> =>
    this.#asked.ask(
      () => call('figures', { input: this.#input }),
      (view) => {
        this.view = view
        this.clear()
      },
      this.refuse,
    )

  /** One that is refused changes nothing of what is shown. */
  async show(span: FiguresSpan): Promise<void> {
    this.span = span
    await this.load()
  }

  async of(service: string | null): Promise<void> {
    this.service = service
    await this.load()
  }

  rowsOf(table: FigureTable): FigureRow[] {
    return this.isCut(table) ? table.rows.slice(0, FIRST) : table.rows
  }

  isCut(table: FigureTable): boolean {
    return LONG.includes(table.id) && !this.whole.includes(table.id) && table.rows.length > FIRST
  }

  showAll(table: FiguresTable): void {
    this.whole = [...this.whole, table]
  }

  /** The table in use; of one that has lost its rows the first that has some. */
  get table(): FigureTable | null {
    const some = this.tables.filter((table) => table.rows.length)
    return some.find(({ id }) => id === this.#used.table) ?? some[0] ?? null
  }

  /** Where in it the row in use is. */
  get at(): number {
    const { table } = this
    if (!table || table.id !== this.#used.table) return 0
    return Math.min(this.#used.at, this.rowsOf(table).length - 1)
  }

  use(table: FiguresTable, at: number): void {
    this.#used = { table, at }
  }

  /** Up and down the rows, from the last of a table to the first of the next. */
  step(by: 1 | -1): void {
    const { table, at } = this
    if (!table) return
    const there = at + by
    if (table.id !== 'weeks' && there >= 0 && there < this.rowsOf(table).length) this.use(table.id, there)
    else this.turn(by)
  }

  /** Left and right along the bars of the chart; elsewhere from table to table. */
  go(by: 1 | -1): void {
    const { table, at } = this
    if (table?.id !== 'weeks') this.turn(by, 'first')
    else if (table.rows[at + by]) this.use('weeks', at + by)
  }

  turn(by: 1 | -1, row: 'nearest' | 'first' = 'nearest'): void {
    const some = this.tables.filter((table) => table.rows.length)
    const there = some[some.findIndex(({ id }) => id === this.table?.id) + by]
    if (!there) return
    const last = this.rowsOf(there).length - 1
    this.use(there.id, by < 0 && (row === 'nearest' || there.id === 'weeks') ? last : there.id === 'weeks' ? last : 0)
  }

  /** Opens the incidents behind a number. */
  open(behind: Behind | undefined): void {
    if (!behind?.handles.length) return
    place.history('incidents', { handles: [...behind.handles], about: behind.about })
  }

  openUsed(): void {
    const { table, at } = this
    if (table) this.open(this.rowsOf(table)[at]?.behind)
  }

  /** Those that the row counts apart: without a milestone, late. */
  openApart(): void {
    const { table, at } = this
    if (table) this.open(this.rowsOf(table)[at]?.cells.findLast(({ behind }) => behind)?.behind)
  }

  /** Copies the table in use as comma-separated values. */
  async copy(): Promise<void> {
    const { table } = this
    if (!table) return
    await this.run(async () => {
      const text = await call('figures_csv', { input: this.#input, table: table.id })
      await call('copy_text', { text })
      confirmation.show(`Copied as CSV: ${NAMES[table.id]}`)
    })
  }
}

const NAMES: Record<FiguresTable, string> = {
  weeks: 'incidents by week',
  severities: 'incidents by severity',
  times: 'times to each milestone',
  detection: 'how they were detected',
  updates: 'updates on time',
  reviews: 'reviews on time',
  actions: 'action items on time',
  services: 'services',
  causes: 'causes',
  nights: 'night work',
  all: 'everything',
}

/** As it was left, for whoever opens the incidents behind a number and comes back. */
export const figures = new FiguresScreen()
