import { asRefusal, type Refusal } from '../../ipc'
import { Draft, fields } from '../../state/drafts.svelte'

type Fields = Record<string, string>

/** One line of fields while it is typed. It survives errors, closing and a crash. */
export class Entering<T extends Fields> {
  typed: T = $state()!
  refusal = $state<Refusal | null>(null)
  #empty: T
  #busy = false
  #draft: Draft

  constructor(key: string, empty: T) {
    this.#empty = empty
    this.typed = { ...empty }
    this.#draft = new Draft(key)
  }

  async load(): Promise<void> {
    await this.#draft.load()
    if (!this.#written) this.typed = fields(this.#draft.text, this.#empty)
  }

  change(change: Partial<T>): void {
    Object.assign(this.typed, change)
    this.refusal = null
    void this.#keep()
  }

  /** Answers whether it was sent; on refusal everything typed stays, and what is typed on meanwhile stays always. */
  async send(send: (typed: T) => Promise<unknown>): Promise<boolean> {
    if (this.#busy) return false
    this.#busy = true
    const sent = $state.snapshot(this.typed) as T
    try {
      await send(sent)
      this.#clear(sent)
      this.refusal = null
      return true
    } catch (error) {
      this.refusal = asRefusal(error)
      return false
    } finally {
      this.#busy = false
    }
  }

  get #written(): boolean {
    return Object.keys(this.#empty).some((field) => this.typed[field] !== this.#empty[field])
  }

  #clear(sent: T): void {
    for (const field of Object.keys(sent) as (keyof T)[]) {
      if (this.typed[field] === sent[field]) this.typed[field] = this.#empty[field]
    }
    void this.#keep()
  }

  #keep(): Promise<void> {
    return this.#draft.set(this.#written ? JSON.stringify(this.typed) : '')
  }
}

/** A field that may stay empty. */
export const given = (text: string): string | null => text.trim() || null
