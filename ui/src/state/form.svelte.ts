import { untrack } from 'svelte'
import { Attempt } from './attempt.svelte'
import { Draft } from './draft.svelte'
import type { FocusPlace } from './focus.svelte'
import { keyboard } from './keyboard'
import type { Typed } from './typed'

/** How the form ends that was sent last, whichever it is. */
let lastSent: Promise<boolean> | null = null

/** Has a form submitted, and answers whether what it sent was recorded; one that sends nothing of its own counts as sent. */
export async function submitAndTell(form: HTMLFormElement): Promise<boolean> {
  lastSent = null
  form.requestSubmit()
  return (await lastSent) ?? true
}

/** What a person types and one act records. On refusal it stays, and what is typed on meanwhile stays always. */
export class Form<T extends Typed> extends Attempt {
  /** When what was typed last time is back. */
  readonly loaded: Promise<void>
  readonly #empty: T
  readonly #draft: Draft<T>
  #pressed = keyboard.now()

  constructor(key: string, empty: T) {
    super()
    this.#empty = empty
    this.#draft = new Draft(this, key, empty)
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
    if (!this.busy) this.#pressed = keyboard.now()
    return (lastSent = this.runOnce(async () => {
      await record(sent)
      this.#draft.committed(sent)
    }))
  }

  /** After it was sent: where the keyboard goes, unless the person went on meanwhile. */
  goTo(place: FocusPlace): void {
    this.#pressed.ask(place)
  }

  /** The same for a field that has no place of its own, by its id. */
  goToField(id: string): void {
    this.#pressed.focus(id)
  }

  /** Gives up what was typed. */
  forget(): void {
    if (this.#draft.written) this.set(this.#empty)
  }
}
