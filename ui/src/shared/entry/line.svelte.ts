import { call } from '../../ipc'
import type { QuickDone } from '../../ipc/bindings/QuickDone'
import type { QuickPreview } from '../../ipc/bindings/QuickPreview'
import { Attempt } from '../../state/attempt.svelte'
import { Draft } from '../../state/draft.svelte'
import { Question } from '../../state/question'
import { Pictures } from './pictures.svelte'

/** A line of quick entry while it is typed. Its text stays until Rust has committed it. */
export class Line extends Attempt {
  readonly draft: Draft<string>
  readonly pictures: Pictures
  target = $state<string | null>(null)
  preview = $state.raw<QuickPreview | null>(null)
  #question = new Question()

  constructor(key: string, target: string | null) {
    super()
    this.draft = new Draft<string>(key, '')
    this.pictures = new Pictures(key)
    this.target = target
  }

  get text(): string {
    return this.draft.value
  }

  /** Whether Enter would record nothing. */
  get empty(): boolean {
    return this.text.trim() === '' && this.pictures.list.length === 0
  }

  async load(): Promise<void> {
    await Promise.all([this.draft.load(), this.pictures.load()])
    await this.read()
  }

  async type(text: string): Promise<void> {
    this.clear()
    this.draft.set(text)
    await this.read()
  }

  /** Asks what Enter would do. A late answer to an earlier line is not shown. */
  read(): Promise<void> {
    return this.#question.ask(
      () => call('preview_quick_entry', { line: this.text, target: this.target }),
      (preview) => (this.preview = preview),
      this.refuse,
    )
  }

  /** What goes back first from an empty line is its last picture. */
  takeBack(event: KeyboardEvent): boolean {
    if (event.key !== 'Backspace' || this.text !== '' || this.pictures.list.length === 0) return false
    this.pictures.takeLast()
    return true
  }

  /** Answers what was done; on refusal the text and the reason stay. */
  async submit(): Promise<QuickDone | null> {
    let done: QuickDone | null = null
    await this.runOnce(async () => {
      await this.pictures.arrived
      if (this.empty) return
      const line = this.text
      const pictures = this.pictures.list.map(({ id }) => id)
      done = await call('submit_quick_entry', { line, target: this.target, pictures })
      this.draft.committed(line)
      this.pictures.committed(pictures)
      await this.read()
    })
    return done
  }
}
