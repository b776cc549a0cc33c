import type { ChangeInput } from '../../ipc/bindings/ChangeInput'
import type { ChangeKind } from '../../ipc/bindings/ChangeKind'
import type { TranscriptRow } from '../../ipc/bindings/TranscriptRow'
import { Attempt } from '../../state/attempt.svelte'
import { actsOn, type Acts } from '../../state/acts'
import { PastedLines } from '../../shared/transcript/pastedLines'

type Dated = TranscriptRow & { at: string }

/** Several changes pasted at once, as from a flag system's log. They are shown first and noted when that is asked for. */
export class PastedChanges extends Attempt {
  rows = $state.raw<Dated[]>([])
  #pasted = new PastedLines()
  readonly #handle: string
  readonly #acts: Acts

  constructor(handle: string) {
    super()
    this.#handle = handle
    this.#acts = actsOn(handle)
  }

  /** Looks at what was pasted into a field that held `before`. */
  async look(text: string, before: string): Promise<void> {
    this.forget()
    await this.#pasted.look(
      this.#handle,
      text,
      before,
      ({ rows }) => (this.rows = rows.filter((row): row is Dated => row.recordable && row.at !== null)),
    )
  }

  forget(): void {
    this.#pasted.forget()
    this.rows = []
    this.clear()
  }

  /** Notes them all or none, and answers what the field held before the paste; nothing where they were refused. */
  async note(change: ChangeKind): Promise<string | null> {
    const inputs = this.rows.map(({ at, author, text }): ChangeInput => ({
      change,
      summary: text.split(/\s+/).join(' '),
      at,
      reference: null,
      repository: null,
      by: author,
      suspect: false,
    }))
    if (!(await this.run(() => this.#acts.actOrThrow('note_changes', { inputs })))) return null
    this.forget()
    return this.#pasted.before
  }
}
