import { untrack } from 'svelte'
import { asRefusal, type Refusal } from '../ipc'

/** Tries what may be refused, and keeps the reason for whoever shows it. */
export class Attempt {
  /** Why the last one was refused. */
  refusal = $state.raw<Refusal | null>(null)
  /** Whether something is under way that is done once. */
  busy = $state(false)

  /** Answers whether it was done. */
  async run(act: () => Promise<unknown>): Promise<boolean> {
    const before = untrack(() => this.refusal)
    try {
      await act()
      // One that came up meanwhile is about something else, and stays.
      if (this.refusal === before) this.clear()
      return true
    } catch (error) {
      this.refuse(error)
      return false
    }
  }

  /** The same for what must not be done twice: while one is under way, a second press does nothing. */
  async runOnce(act: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    try {
      return await this.run(act)
    } finally {
      this.busy = false
    }
  }

  refuse = (error: unknown): void => {
    this.refusal = asRefusal(error)
  }

  clear = (): void => {
    this.refusal = null
  }
}
