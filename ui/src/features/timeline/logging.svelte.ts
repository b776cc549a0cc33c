import { asRefusal, call, type Refusal } from '../../ipc'
import type { QuickDone } from '../../ipc/bindings/QuickDone'
import type { QuickPreview } from '../../ipc/bindings/QuickPreview'
import { Draft } from '../../state/drafts.svelte'
import { Latest } from '../../state/latest'

/** A line of quick entry while it is typed. Its text stays until Rust has committed it. */
export class Line {
  readonly draft: Draft
  target = $state<string | null>(null)
  preview = $state<QuickPreview | null>(null)
  refusal = $state<Refusal | null>(null)
  busy = $state(false)
  #latest = new Latest()

  constructor(key: string, target: string | null) {
    this.draft = new Draft(key)
    this.target = target
  }

  get text(): string {
    return this.draft.text
  }

  async load(): Promise<void> {
    await this.draft.load()
    await this.read()
  }

  async type(text: string): Promise<void> {
    this.refusal = null
    this.draft.set(text)
    await this.read()
  }

  /** Asks what Enter would do. A late answer to an earlier line is not shown. */
  read(): Promise<void> {
    return this.#latest.ask(
      () => call('preview_quick_entry', { line: this.text, target: this.target }),
      (preview) => (this.preview = preview),
      (error) => (this.refusal = asRefusal(error)),
    )
  }

  /** Answers what was done; on refusal the text and the reason stay. */
  async submit(): Promise<QuickDone | null> {
    if (this.busy || this.text.trim() === '') return null
    const line = this.text
    this.busy = true
    try {
      const done = await call('submit_quick_entry', { line, target: this.target })
      this.refusal = null
      this.draft.committed(line)
      await this.read()
      return done
    } catch (error) {
      this.refusal = asRefusal(error)
      return null
    } finally {
      this.busy = false
    }
  }
}
