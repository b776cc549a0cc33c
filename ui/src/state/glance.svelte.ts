import { call } from '../ipc'
import type { EventId } from '../ipc/bindings/EventId'
import type { IncidentGlance } from '../ipc/bindings/IncidentGlance'
import type { TimelineRow } from '../ipc/bindings/TimelineRow'
import { Attempt } from './attempt.svelte'
import { Question } from './question'

/** Of a timeline so many rows are shown before the one that is meant, and so many in all. */
const BEFORE = 6
const SHOWN = 24

type Shown = { glance: IncidentGlance; rows: TimelineRow[]; lit: EventId | null; severalDays: boolean }

/** An incident beside what the person does: what became of it, and its timeline around an entry. */
export class Glance extends Attempt {
  shown = $state.raw<Shown | null>(null)
  #about = ''
  readonly #question = new Question()

  /** Without an entry its timeline is shown from its beginning. */
  async show(handle: string | null, lit: EventId | null): Promise<void> {
    const about = `${handle} ${lit}`
    if (about === this.#about) return
    this.#about = about
    if (handle === null) {
      this.#question.forget()
      this.shown = null
      return
    }
    await this.#question.ask(
      () => read(handle, lit),
      (shown) => {
        this.shown = shown
        this.clear()
      },
      this.refuse,
    )
  }

  /** What was read may have changed. */
  forget(): void {
    this.#about = ''
  }
}

async function read(handle: string, lit: EventId | null): Promise<Shown> {
  const [glance, position] = await Promise.all([
    call('incident_glance', { handle }),
    lit === null ? null : call('timeline_position', { handle, id: lit }),
  ])
  const start = Math.max(0, (position ?? 0) - BEFORE)
  const { rows, several_days } = await call('timeline_slice', { handle, start, count: SHOWN })
  return { glance, rows, lit, severalDays: several_days }
}
