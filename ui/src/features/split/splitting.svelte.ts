import { call } from '../../ipc'
import type { Severity } from '../../ipc/bindings/Severity'
import type { Split } from '../../ipc/bindings/Split'
import type { TimelineRow } from '../../ipc/bindings/TimelineRow'
import { Form } from '../../state/form.svelte'

type Typed = { line: string; severity: Severity | null }

/** Entries that are split off to an incident of their own, until they are. */
export class Splitting extends Form<Typed> {
  readonly handle: string
  /** What can go: the entries that a person wrote. */
  entries = $state.raw<TimelineRow[]>([])
  severalDays = $state(false)
  #chosen = $state.raw<readonly string[]>([])

  constructor(handle: string) {
    super(`split:${handle}`, { line: '', severity: null })
    this.handle = handle
  }

  async load(): Promise<void> {
    await this.run(async () => {
      const { total } = await call('timeline_slice', { handle: this.handle, start: null, count: 1 })
      const { rows, several_days } = await call('timeline_slice', { handle: this.handle, start: 0, count: total })
      this.entries = rows.filter(({ editable }) => editable)
      this.severalDays = several_days
    })
  }

  get count(): number {
    return this.#chosen.length
  }

  isChosen(at: number): boolean {
    return this.#chosen.includes(this.entries[at]?.id ?? '')
  }

  choose(at: number, chosen: boolean): void {
    const { id } = this.entries[at]!
    const others = this.#chosen.filter((other) => other !== id)
    this.#chosen = chosen ? [...others, id] : others
  }

  /** Answers the new one; on refusal everything stays. */
  async split(): Promise<Split | null> {
    let split: Split | null = null
    const entries = this.entries.filter(({ id }) => this.#chosen.includes(id)).map(({ id }) => id)
    await this.send(async ({ line, severity }) => {
      const input = {
        line,
        severity,
        started: null,
        security: false,
        services: [],
        impact: null,
        detected: null,
        pictures: [],
        anyway: true,
      }
      split = await call('split', { handle: this.handle, entries, input })
    })
    return split
  }
}
