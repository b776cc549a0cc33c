import { call } from '../ipc'
import type { Clocks } from '../ipc/bindings/Clocks'
import type { DeadlineClock } from '../ipc/bindings/DeadlineClock'
import type { IncidentClock } from '../ipc/bindings/IncidentClock'
import { minuteOf } from '../ipc/sentences'
import { Question } from './question'

class ClocksStore {
  now = $state.raw<Clocks>({ utc: '', incidents: [] })
  /** The clocks as of when the page could be seen last: what is read again by time alone goes by these. */
  #seen = $state.raw<Clocks>({ utc: '', incidents: [] })
  /** How many times the clocks have come; what fades counts these. */
  ticks = $state(0)

  /** How many ask for the clock of each incident that is drawn. */
  readonly #drawn = new Map<string, number>()
  readonly #reading = new Question('shown')

  tick = (clocks: Clocks): void => {
    this.#show(clocks)
    this.ticks++
  }

  #show = (clocks: Clocks): void => {
    this.now = clocks
    if (!document.hidden) this.see()
  }

  /** The page is seen. */
  see(): void {
    this.#seen = this.now
  }

  /** The clocks of what is drawn, at once; those of anything else do not come. */
  load(): Promise<void> {
    return this.#reading.ask(() => call('follow_clocks', { handles: [...this.#drawn.keys()] }), this.#show)
  }

  /** The clock of this incident comes for as long as it is drawn; the answer ends that. */
  draw(handle: string): () => void {
    this.#count(handle, 1)
    return () => this.#count(handle, -1)
  }

  #count(handle: string, more: number): void {
    const count = (this.#drawn.get(handle) ?? 0) + more
    if (count > 0) this.#drawn.set(handle, count)
    else this.#drawn.delete(handle)
    // Many rows may come and go at once.
    queueMicrotask(() => void this.load())
  }

  of(handle: string): IncidentClock | undefined {
    return this.now.incidents.find((incident) => incident.handle === handle)
  }

  deadlines(handle: string): DeadlineClock[] {
    return this.of(handle)?.deadlines ?? []
  }

  /** `14:42`. */
  get minute(): string {
    return minuteOf(this.now)
  }

  /** The same as of when the page could be seen last. */
  get minuteSeen(): string {
    return minuteOf(this.#seen)
  }

  /** Changes whenever time alone may have changed what a screen says that can be seen. */
  phase(handle: string): string {
    const deadlines = this.#seen.incidents.find((incident) => incident.handle === handle)?.deadlines ?? []
    const levels = deadlines.map(({ key, level, snoozed }) => `${key}${level}${snoozed ?? ''}`)
    return [this.minuteSeen, ...levels].join()
  }
}

export const clocks = new ClocksStore()
