import { call } from '../../ipc'
import type { ActionBoard } from '../../ipc/bindings/ActionBoard'
import type { ActionEdit } from '../../ipc/bindings/ActionEdit'
import type { BoardFilter } from '../../ipc/bindings/BoardFilter'
import type { BoardRow } from '../../ipc/bindings/BoardRow'
import type { Tracker } from '../../ipc/bindings/Tracker'
import { actsOn } from '../../state/acts'
import { Attempt } from '../../state/attempt.svelte'
import { confirmation } from '../../state/confirmation.svelte'
import { place } from '../../state/place.svelte'
import { Question } from '../../state/question'

const ALL_OPEN: BoardFilter = { owner: null, kind: null, priority: null, service: null, closed: false }
const TRACKERS: Record<Tracker, string> = { github: 'GitHub', gitlab: 'GitLab', jira: 'Jira' }

/** The action items of all incidents, the one in use, and those that are chosen. */
export class Board extends Attempt {
  board = $state.raw<ActionBoard | null>(null)
  filter = $state.raw<BoardFilter>(ALL_OPEN)
  tracker = $state<Tracker>('github')
  /** The text of the issue of the one in use. */
  issue = $state('')
  /** The items that are chosen, by their event. */
  chosen = $state.raw<readonly string[]>([])
  #used = $state<string | null>(null)
  readonly #asked = new Question('shown')
  readonly #issued = new Question()

  load = (): Promise<void> =>
    this.#asked.ask(
      () => call('action_board', { filter: this.filter }),
      (board) => {
        this.board = board
        void this.#readIssue()
      },
      this.refuse,
    )

  get rows(): BoardRow[] {
    return this.board?.groups.flatMap((group) => group.rows) ?? []
  }

  /** The row in use. */
  get row(): BoardRow | null {
    return this.rows.find((row) => row.item.id === this.#used) ?? this.rows[0] ?? null
  }

  use(row: BoardRow): void {
    this.#used = row.item.id
    void this.#readIssue()
  }

  step(by: number): void {
    const at = this.row ? this.rows.indexOf(this.row) : 0
    const to = this.rows[Math.min(this.rows.length - 1, Math.max(0, at + by))]
    if (to) this.use(to)
  }

  choose(row: BoardRow): void {
    const { id } = row.item
    this.chosen = this.chosen.includes(id) ? this.chosen.filter((one) => one !== id) : [...this.chosen, id]
  }

  show(change: Partial<BoardFilter>): Promise<void> {
    this.filter = { ...this.filter, ...change }
    this.chosen = []
    return this.load()
  }

  file(tracker: Tracker): void {
    this.tracker = tracker
    void this.#readIssue()
  }

  /** Marks the chosen ones as done, or the one in use. */
  async finish(): Promise<boolean> {
    const chosen = this.rows.filter((row) => row.item.open && this.chosen.includes(row.item.id))
    const meant = chosen.length || !this.row?.item.open ? chosen : [this.row]
    const done = await this.run(async () => {
      for (const row of meant) await actsOn(row.handle).actOrThrow('finish_action', { id: row.item.id })
    })
    this.chosen = []
    await this.load()
    return done && meant.length > 0
  }

  assign = (row: BoardRow, owner: string | null) =>
    this.#change(() => actsOn(row.handle).actOrThrow('assign_action', { id: row.item.id, owner }))

  drop = (row: BoardRow, reason: string | null) =>
    this.#change(() => actsOn(row.handle).actOrThrow('drop_action', { id: row.item.id, reason }))

  edit = (row: BoardRow, change: Partial<ActionEdit>) =>
    this.#change(() =>
      actsOn(row.handle).actOrThrow('change_action', {
        id: row.item.id,
        edit: { text: null, priority: null, kind: null, due: null, ...change },
      }),
    )

  start = (row: BoardRow) =>
    this.run(() => this.#change(() => actsOn(row.handle).actOrThrow('start_action', { id: row.item.id, started: !row.item.started })))

  async copyIssue(): Promise<void> {
    const { row, tracker } = this
    if (!row) return
    await this.run(async () => {
      const text = await call('action_issue', { handle: row.handle, id: row.item.id, tracker })
      await call('copy_text', { text })
      confirmation.show(`Copied for ${TRACKERS[tracker]}. The item stays open until you mark it done.`)
    })
  }

  open(row: BoardRow): void {
    place.open(row.handle, 'review')
  }

  async #change(change: () => Promise<unknown>): Promise<void> {
    await change()
    await this.load()
  }

  async #readIssue(): Promise<void> {
    const { row, tracker } = this
    if (!row) return void (this.issue = '')
    await this.#issued.ask(
      () => call('action_issue', { handle: row.handle, id: row.item.id, tracker }),
      (issue) => (this.issue = issue),
      this.refuse,
    )
  }
}
