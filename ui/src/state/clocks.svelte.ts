import { call } from '../ipc'
import type { Clocks } from '../ipc/bindings/Clocks'
import type { DeadlineClock } from '../ipc/bindings/DeadlineClock'
import type { IncidentClock } from '../ipc/bindings/IncidentClock'
import { minuteOf } from '../ipc/sentences'

class ClocksStore {
  now = $state.raw<Clocks>({ utc: '', incidents: [] })
  /** The clocks as of when the page could be seen last: what is read again by time alone goes by these. */
  #seen = $state.raw<Clocks>({ utc: '', incidents: [] })
  /** How many times the clocks have come; what fades counts these. */
  ticks = $state(0)

  tick = (clocks: Clocks): void => {
    this.now = clocks
    this.ticks++
    if (!document.hidden) this.see()
  }

  /** The page is seen. */
  see(): void {
    this.#seen = this.now
  }

  async load(): Promise<void> {
    this.tick(await call('clocks'))
  }

  of(handle: string): IncidentClock | undefined {
    return this.now.incidents.find((incident) => incident.handle === handle)
  }

  deadlines(handle: string): DeadlineClock[] {
    return this.of(handle)?.deadlines ?? []
  }

  /** What asks for somebody next. One that was silenced is known; what comes after it is the news. */
  nextDue(handle: string): DeadlineClock | undefined {
    const deadlines = this.deadlines(handle)
    return deadlines.find(({ snoozed }) => snoozed === null) ?? deadlines[0]
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
