import { call } from '../ipc'
import type { Attempt } from './attempt.svelte'
import { asRefusal, Refusal } from '../ipc'
import { join, read, same, withoutRecorded, type Typed } from './typed'

/** What is typed and not recorded yet. Rust keeps it as it is typed, so that it survives errors, closing and a crash. */
export class Draft<T extends Typed> {
  readonly key: string
  value: T = $state.raw()!
  readonly #owner: Attempt
  readonly #empty: T
  readonly #together: (kept: T, typed: T) => T
  #saving = false
  #unsaved: string | null = null
  #unkept: Refusal | null = null

  /** `owner` shows that it could not be kept; `together` brings what was kept together with what was typed before it came. */
  constructor(owner: Attempt, key: string, empty: T, together = (kept: T, typed: T) => join(kept, typed, empty)) {
    this.#owner = owner
    this.key = key
    this.value = this.#empty = empty
    this.#together = together
  }

  get written(): boolean {
    return !same(this.value, this.#empty)
  }

  /** Brings back what was typed last time. */
  async load(): Promise<void> {
    const text = await call('load_draft', { key: this.key }).catch(() => '')
    const kept = read(text, this.#empty)
    if (same(kept, this.#empty) || same(kept, this.value)) return
    this.value = this.written ? this.#together(kept, this.value) : kept
  }

  /** Resolves when it, or what was typed after it, is kept. */
  set(value: T): Promise<void> {
    this.value = value
    return this.save()
  }

  /** Saves one at a time and always ends with the newest. */
  async save(): Promise<void> {
    this.#unsaved = this.#text
    if (this.#saving) return
    this.#saving = true
    while (this.#unsaved !== null) {
      const text: string = this.#unsaved
      this.#unsaved = null
      await call('save_draft', { key: this.key, text }).then(this.#isKept, this.#isNotKept)
    }
    this.#saving = false
  }

  #isKept = (): void => {
    if (this.#unkept && this.#owner.refusal === this.#unkept) this.#owner.clear()
    this.#unkept = null
  }

  /** It stands in its field all the same; what else its owner was refused is more pressing. */
  #isNotKept = (error: unknown): void => {
    const { code, message, hint } = asRefusal(error)
    this.#unkept = new Refusal({
      code,
      message: 'What you type is not kept on disk: it is lost if Sitrep closes.',
      hint: `${message} ${hint}`,
    })
    if (!this.#owner.refusal) this.#owner.refuse(this.#unkept)
  }

  /** Takes away what was recorded and keeps what was typed since. */
  committed(recorded: T): void {
    void this.set(withoutRecorded(this.value, recorded, this.#empty))
  }

  get #text(): string {
    if (!this.written) return ''
    return typeof this.value === 'string' ? this.value : JSON.stringify(this.value)
  }
}
