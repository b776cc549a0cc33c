import { call } from '../../ipc'
import type { BackfillInput } from '../../ipc/bindings/BackfillInput'
import type { BackfillPreview } from '../../ipc/bindings/BackfillPreview'
import type { IncidentSummary } from '../../ipc/bindings/IncidentSummary'
import type { Severity } from '../../ipc/bindings/Severity'
import { Form } from '../../state/form.svelte'
import { Question } from '../../state/question'

type Typed = { text: string; zone: string; title: string; day: string; severity: Severity | null }

/** A past incident, from its written postmortem to its record. Nothing is recorded before a person says so. */
export class Backfilling extends Form<Typed> {
  preview = $state.raw<BackfillPreview | null>(null)
  readonly #question = new Question()

  constructor() {
    super('backfill', { text: '', zone: 'UTC', title: '', day: '', severity: null })
    void this.loaded.then(() => this.read())
  }

  type(fields: Partial<Typed>): void {
    this.change(fields)
    void this.read()
  }

  read(): Promise<void> {
    if (this.typed.text.trim() === '') return Promise.resolve(void (this.preview = null))
    const show = (preview: BackfillPreview) => {
      this.preview = preview
      this.clear()
    }
    const refuse = (error: unknown) => {
      this.preview = null
      this.refuse(error)
    }
    return this.#question.ask(() => call('preview_backfill', { input: inputOf(this.typed) }), show, refuse)
  }

  /** Answers what was recorded; on refusal everything stays. */
  async record(): Promise<IncidentSummary | null> {
    let recorded: IncidentSummary | null = null
    await this.send(async (typed) => (recorded = (await call('backfill', { input: inputOf(typed) })).incident))
    return recorded
  }
}

const inputOf = (typed: Typed): BackfillInput => ({ ...typed, name: 'postmortem.md' })
