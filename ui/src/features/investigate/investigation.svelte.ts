import { call } from '../../ipc'
import type { ChangeView } from '../../ipc/bindings/ChangeView'
import type { DashboardsView } from '../../ipc/bindings/DashboardsView'
import type { EventId } from '../../ipc/bindings/EventId'
import type { HypothesisStarter } from '../../ipc/bindings/HypothesisStarter'
import type { InvestigationScreen } from '../../ipc/bindings/InvestigationScreen'
import type { InvestigationStep } from '../../ipc/bindings/InvestigationStep'
import type { LogQueriesView } from '../../ipc/bindings/LogQueriesView'
import type { RecentChangeRow } from '../../ipc/bindings/RecentChangeRow'
import type { RecentChanges } from '../../ipc/bindings/RecentChanges'
import type { StepState } from '../../ipc/bindings/StepState'
import { Attempt } from '../../state/attempt.svelte'
import { actsOn, type Acts } from '../../state/acts'
import { Question } from '../../state/question'
import { focus } from '../../state/focus.svelte'

/** How far back the repositories are read at first, in hours before the onset. */
const HOURS = 2

/** The search for the cause of one incident. */
export class Investigation extends Attempt {
  readonly handle: string
  readonly #acts: Acts
  screen = $state.raw<InvestigationScreen | null>(null)
  dashboards = $state.raw<DashboardsView | null>(null)
  logs = $state.raw<LogQueriesView | null>(null)
  starters = $state.raw<HypothesisStarter[]>([])
  recent = $state.raw<RecentChanges | null>(null)
  /** Hours before the onset. */
  hours = $state(HOURS)
  /** The folder of the repository that is being fetched into. */
  fetching = $state<string | null>(null)
  /** Reads the repositories and fetches into them. */
  readonly repositories = new Attempt()
  /** Sections that a person opened or closed. */
  opened = $state<Partial<Record<InvestigationStep, boolean>>>({})
  #screens = new Question('shown')
  #changes = new Question()
  #turn = Promise.resolve()

  constructor(handle: string) {
    super()
    this.handle = handle
    this.#acts = actsOn(handle)
  }

  /** What was recorded, and the places to look at, which go by the time that has passed. */
  async load(): Promise<void> {
    const { handle } = this
    await this.#screens.ask(
      () => Promise.all([call('investigation', { handle }), call('dashboards', { handle }), call('log_queries', { handle })]),
      ([screen, dashboards, logs]) => {
        Object.assign(this, { screen, dashboards, logs })
        this.clear()
      },
      this.refuse,
    )
  }

  /** What the procedure suggests; it stays the same. */
  async loadLists(): Promise<void> {
    await call('hypothesis_starters').then((starters) => (this.starters = starters), this.refuse)
  }

  loadChanges(hours = this.hours): Promise<void> {
    if (hours !== this.hours) this.#changes.forget()
    this.hours = hours
    return this.#changes.ask(
      () => call('recent_changes', { handle: this.handle, hours }),
      (recent) => {
        this.recent = recent
        this.repositories.clear()
      },
      this.repositories.refuse,
    )
  }

  /** Uses the network. */
  async fetch(path: string): Promise<void> {
    if (this.fetching) return
    this.fetching = path
    if (await this.repositories.run(() => call('fetch_changes', { handle: this.handle, path }))) await this.loadChanges()
    this.fetching = null
  }

  /** Whether a section shows its work: the one in progress does, unless a person says otherwise. */
  shows(step: InvestigationStep): boolean {
    return this.opened[step] ?? this.screen?.steps.find((one) => one.step === step)?.state === 'in_progress'
  }

  /** Begins or finishes a step; from then on it shows by its state again. */
  async move(step: InvestigationStep, to: StepState): Promise<void> {
    // The button that was pressed becomes another.
    focus.ask(`toggle-${step}`)
    if ((await this.#acts.act('move_step', { step, to, reason: null })) !== undefined) delete this.opened[step]
  }

  /** Leaves a step out. Refused without a reason, which is the caller's to show. */
  async skip(step: InvestigationStep, reason: string): Promise<void> {
    await this.#acts.actOrThrow('move_step', { step, to: 'skipped', reason: reason || null })
    delete this.opened[step]
  }

  /** The change that was noted from this row, if it was. */
  noted(path: string, row: RecentChangeRow): ChangeView | undefined {
    return this.screen?.changes.find(
      ({ repository, reference, summary }) => repository === path && reference === row.short && summary === summaryOf(row),
    )
  }

  /** Makes a row a suspect, or no suspect any more. */
  suspect(path: string, row: RecentChangeRow): Promise<void> {
    this.opened.changes = true
    return this.#inTurn(async () => {
      const noted = this.noted(path, row)
      if (noted) await this.#acts.act('suspect_change', { id: noted.id, suspect: !noted.suspect })
      else await this.#note(path, row)
    })
  }

  /** The same for a change that was noted before. */
  async blameNoted(id: EventId): Promise<void> {
    this.opened.changes = true
    await this.#acts.act('blame_change', { id })
  }

  /** Makes a row a suspect and writes down the hypothesis that it is the cause. */
  blame(path: string, row: RecentChangeRow): Promise<void> {
    // A hypothesis begins the next step; what a person is at stays open.
    this.opened.changes = true
    return this.#inTurn(async () => {
      if (!this.noted(path, row)) await this.#note(path, row)
      const noted = this.noted(path, row)
      if (noted) await this.#acts.act('blame_change', { id: noted.id })
    })
  }

  /** Two keys pressed at once must not note a row twice: each sees what came of the one before. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    return (this.#turn = this.#turn.then(work))
  }

  async #note(path: string, row: RecentChangeRow): Promise<void> {
    const input = {
      change: 'deploy' as const,
      summary: summaryOf(row),
      at: row.at,
      reference: row.short,
      repository: path,
      by: row.author,
      suspect: true,
    }
    await this.#acts.act('note_change', { input })
    await this.load()
  }
}

/** A commit and an annotated tag on it differ in this, for the timeline names both by the short hash. */
const summaryOf = ({ subject, tags }: RecentChangeRow) => (tags.length ? `${subject} (${tags.join(', ')})` : subject)
