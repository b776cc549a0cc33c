import { call } from '../../ipc'
import type { BoxInPicture } from '../../ipc/bindings/BoxInPicture'
import type { ExportFormat } from '../../ipc/bindings/ExportFormat'
import type { OtherWord } from '../../ipc/bindings/OtherWord'
import type { PictureChoice } from '../../ipc/bindings/PictureChoice'
import type { RedactedInput } from '../../ipc/bindings/RedactedInput'
import type { RedactionPreview } from '../../ipc/bindings/RedactionPreview'
import type { RedactionRow } from '../../ipc/bindings/RedactionRow'
import type { SavedExport } from '../../ipc/bindings/SavedExport'
import { Attempt } from '../../state/attempt.svelte'
import { Question } from '../../state/question'

/** A redacted copy of one incident before it is saved: what a person chose, and what comes of it. */
export class Redacting extends Attempt {
  preview = $state.raw<RedactionPreview | null>(null)
  format = $state<ExportFormat>('html')
  readonly handle: string
  readonly #question = new Question('shown')
  #keep: string[] = []
  #replace: OtherWord[] = []
  #pictures: PictureChoice[] = []

  constructor(handle: string) {
    super()
    this.handle = handle
  }

  load = (): Promise<void> =>
    this.#question.ask(
      () => call('redacted_copy', this.#asked()),
      (preview) => (this.preview = preview),
      this.refuse,
    )

  show(format: ExportFormat): Promise<void> {
    this.format = format
    return this.load()
  }

  /** Takes a word or leaves it; a secret is never left. */
  take(row: RedactionRow, taken: boolean): Promise<void> {
    const word = row.originals[0] ?? ''
    this.#keep = this.#keep.filter((kept) => kept !== word)
    if (!taken) this.#keep.push(word)
    else if (row.kind === 'own') this.#another(word, row.replacement)
    return this.load()
  }

  /** Another word for it. */
  rename(row: RedactionRow, to: string): Promise<void> {
    this.#another(row.originals[0] ?? '', to)
    return this.load()
  }

  /** Gives a picture with these boxes burnt in, or leaves it out. */
  give(picture: string, boxes: BoxInPicture[] | null): Promise<void> {
    this.#pictures = this.#pictures.filter((choice) => choice.picture !== picture)
    if (boxes) this.#pictures.push({ picture, boxes })
    return this.load()
  }

  async save(): Promise<SavedExport | undefined> {
    let saved: SavedExport | undefined
    await this.run(async () => (saved = await call('keep_redacted_copy', this.#asked())))
    return saved
  }

  #another(word: string, to: string) {
    this.#replace = [...this.#replace.filter((other) => other.word !== word), { word, with: to }]
  }

  #asked(): { handle: string; format: ExportFormat; input: RedactedInput } {
    const { handle, format } = this
    return { handle, format, input: { keep: this.#keep, replace: this.#replace, pictures: this.#pictures } }
  }
}
