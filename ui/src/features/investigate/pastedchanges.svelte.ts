import { asRefusal, call, type Refusal } from '../../ipc'
import type { ChangeInput } from '../../ipc/bindings/ChangeInput'
import type { ChangeKind } from '../../ipc/bindings/ChangeKind'
import type { TranscriptRow } from '../../ipc/bindings/TranscriptRow'
import { incident } from '../../state/incident.svelte'
import { Latest } from '../../state/latest'

type Dated = TranscriptRow & { at: string }

/** Several changes pasted at once, as from a flag system's log. They are shown first and noted when that is asked for. */
export class PastedChanges {
  rows = $state<Dated[]>([])
  refusal = $state<Refusal | null>(null)
  #before = ''
  #latest = new Latest()
  readonly #handle: string

  constructor(handle: string) {
    this.#handle = handle
  }

  /** Looks at what was pasted into a field that held `before`. One line is the field's own. */
  async look(text: string, before: string): Promise<void> {
    this.forget()
    if (text.trim().split('\n').length < 2) return
    await this.#latest.ask(
      () => call('preview_transcript', { handle: this.#handle, text, zone: 'UTC' }),
      ({ rows }) => {
        this.#before = before
        this.rows = rows.filter((row): row is Dated => row.recordable && row.at !== null)
      },
    )
  }

  forget(): void {
    this.#latest.forget()
    this.rows = []
    this.refusal = null
  }

  /** Notes them all or none, and answers what the field held before the paste; nothing where they were refused. */
  async note(change: ChangeKind): Promise<string | null> {
    const inputs = this.rows.map(({ at, author, text }): ChangeInput => ({ change, summary: text.split(/\s+/).join(' '), at, reference: null, repository: null, by: author, suspect: false }))
    try {
      await incident.act('note_changes', { inputs })
      this.forget()
      return this.#before
    } catch (error) {
      this.refusal = asRefusal(error)
      return null
    }
  }
}
