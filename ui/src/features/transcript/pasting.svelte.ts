import { call } from '../../ipc'
import type { ConfirmedLine } from '../../ipc/bindings/ConfirmedLine'
import type { RecordedTranscript } from '../../ipc/bindings/RecordedTranscript'
import type { TranscriptPreview } from '../../ipc/bindings/TranscriptPreview'
import { Attempt } from '../../state/attempt.svelte'
import { Draft } from '../../state/draft.svelte'
import { Question } from '../../state/question'

export type Zone = 'UTC' | 'local' | 'other'

/** A transcript until it is recorded. Its text survives errors, closing and a crash; nothing is recorded but what is ticked. */
export class Pasting extends Attempt {
  readonly handle: string
  zone = $state<Zone>('UTC')
  offset = $state('+00:00')
  preview = $state.raw<TranscriptPreview | null>(null)
  /** What the person ticked or unticked, by the row's place. */
  #chosen = $state<Record<number, boolean>>({})
  readonly #draft: Draft<string>
  #read = ''
  #question = new Question()

  constructor(handle: string) {
    super()
    this.handle = handle
    this.#draft = new Draft<string>(this, `transcript:${handle}`, '')
  }

  get text(): string {
    return this.#draft.value
  }

  /** How many entries are ticked. */
  get count(): number {
    return this.preview?.rows.filter((_, at) => this.isTicked(at)).length ?? 0
  }

  /** Begins with what was pasted elsewhere, else with what was left here the last time. */
  async load(pasted: string): Promise<void> {
    if (pasted) return this.type(pasted)
    await this.#draft.load()
    await this.read()
  }

  type(text: string): Promise<void> {
    this.#draft.set(text)
    this.#chosen = {}
    return this.read()
  }

  choose(zone: Zone, offset = this.offset): Promise<void> {
    this.zone = zone
    this.offset = offset
    return this.read()
  }

  isTicked(at: number): boolean {
    const row = this.preview?.rows[at]
    return Boolean(row?.recordable && (this.#chosen[at] ?? row.ticked))
  }

  tick(at: number, ticked: boolean): void {
    this.#chosen[at] = ticked
  }

  read(): Promise<void> {
    const text = this.text
    this.clear()
    return this.#question.ask(
      () => call('preview_transcript', { handle: this.handle, text, zone: this.zone === 'other' ? this.offset : this.zone }),
      (preview) => {
        this.preview = preview
        this.#read = text
      },
      (error) => {
        this.preview = null
        this.refuse(error)
      },
    )
  }

  /** Answers what was recorded; on refusal everything stays. */
  async record(): Promise<RecordedTranscript | null> {
    const lines = this.#ticked()
    if (lines.length === 0) return null
    let recorded: RecordedTranscript | null = null
    await this.runOnce(async () => {
      recorded = await call('record_transcript', { handle: this.handle, lines })
      this.#draft.committed(this.#read)
    })
    return recorded
  }

  #ticked(): ConfirmedLine[] {
    const rows = this.preview?.rows.filter((_, at) => this.isTicked(at)) ?? []
    return rows.flatMap(({ at, author, text }) => (at ? [{ at, author, text }] : []))
  }
}
