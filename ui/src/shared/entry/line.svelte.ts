import { call } from '../../ipc'
import type { QuickAim } from '../../ipc/bindings/QuickAim'
import type { QuickDone } from '../../ipc/bindings/QuickDone'
import type { QuickPreview } from '../../ipc/bindings/QuickPreview'
import { Attempt } from '../../state/attempt.svelte'
import { Draft } from '../../state/draft.svelte'
import { Question } from '../../state/question'
import { same } from '../../state/typed'
import { Pictures } from './pictures.svelte'

/** A line of quick entry while it is typed. Its text stays until Rust has committed it. */
export class Line extends Attempt {
  readonly draft: Draft<string>
  readonly pictures: Pictures
  /** Where it goes unless it names another incident; not settled yet while there is none. */
  aim = $state.raw<QuickAim | null>(null)
  preview = $state.raw<QuickPreview | null>(null)
  #previewed: { text: string; aim: QuickAim } | null = null
  #question = new Question()

  constructor(key: string, aim: QuickAim | null) {
    super()
    this.draft = new Draft<string>(this, key, '')
    this.pictures = new Pictures(key)
    this.aim = aim
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
  async read(): Promise<void> {
    if (this.aim === null) return
    let asked = { text: this.text, aim: this.aim }
    await this.#question.ask(
      () => {
        asked = { text: this.text, aim: this.aim ?? asked.aim }
        return call('preview_quick_entry', { line: asked.text, aim: asked.aim })
      },
      (preview) => {
        this.preview = preview
        this.#previewed = asked
      },
      this.refuse,
    )
  }

  /** Forgets where it went: it is to be shown anew. */
  lower(): void {
    this.clear()
    this.aim = this.preview = this.#previewed = null
  }

  /** Where the words on the screen go, as it was shown. */
  get #shown(): QuickAim | null {
    const isOfThis = this.preview !== null && same(this.#previewed, { text: this.text, aim: this.aim })
    return isOfThis ? this.preview!.aim : this.aim
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
      const aim = this.#shown
      if (this.empty || aim === null) return
      const line = this.text
      const pictures = this.pictures.list.map(({ id }) => id)
      done = await call('submit_quick_entry', { line, aim, pictures })
      this.draft.committed(line)
      this.pictures.committed(pictures)
      await this.read()
    })
    // What stood in the way may be seen in what Enter would do now.
    if (done === null && this.refusal) void this.read()
    return done
  }
}

/** What was done, and where if that is not the incident on the screen. */
export function whatWasDone(done: QuickDone, onScreen: string | null): string {
  const said = done.handle === onScreen ? done.message : `${done.message} to ${done.severity} ${done.title}`
  return [said, done.removed, done.debugging].filter(Boolean).join('. ')
}
