// The one short line that says what was just done, with at most one way to take it back.
import { clocks } from './clocks.svelte'

export type Confirmation = { text: string; act?: { label: string; run: () => void; id?: string } }

/** How many clock ticks a line stays. */
const STAYS = 12

class ConfirmationStore {
  #line = $state.raw<Confirmation | null>(null)
  #since = $state(0)

  get line(): Confirmation | null {
    return clocks.ticks - this.#since < STAYS ? this.#line : null
  }

  show(text: string, act?: Confirmation['act']): void {
    this.#line = act ? { text, act } : { text }
    this.#since = clocks.ticks
  }

  clear = (): void => {
    this.#line = null
  }
}

export const confirmation = new ConfirmationStore()
