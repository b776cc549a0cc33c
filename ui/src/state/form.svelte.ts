import { untrack } from 'svelte'
import { Attempt } from './attempt.svelte'
import { Draft } from './draft.svelte'
import type { Typed } from './typed'

/** What a person types and one act records. On refusal it stays, and what is typed on meanwhile stays always. */
export class Form<T extends Typed> extends Attempt {
  /** When what was typed last time is back. */
  readonly loaded: Promise<void>
  readonly #empty: T
  readonly #draft: Draft<T>

  constructor(key: string, empty: T) {
    super()
    this.#empty = empty
    this.#draft = new Draft(key, empty)
    this.loaded = untrack(() => this.#draft.load())
  }

  get typed(): T {
    return this.#draft.value
  }

  set = (typed: T): void => {
    this.clear()
    void this.#draft.set(typed)
  }

  /** Types into some of its fields. */
  change(fields: Partial<T>): void {
    this.set({ ...(this.typed as object), ...fields } as T)
  }

  /** Answers whether it was recorded. */
  async send(record: (typed: T) => Promise<unknown>): Promise<boolean> {
    const sent = this.typed
    return this.runOnce(async () => {
      await record(sent)
      this.#draft.committed(sent)
    })
  }

  /** Gives up what was typed. */
  forget(): void {
    if (this.#draft.written) this.set(this.#empty)
  }
}
