// The one short line that says what was just done, with at most one way to take it back.
import { clocks } from './clocks.svelte'

export type Said = { text: string; act?: { label: string; run: () => void; id?: string } }

/** How many clock ticks a line stays. */
const STAYS = 12

class SaidStore {
  #line = $state<Said | null>(null)
  #since = $state(0)

  get line(): Said | null {
    return clocks.ticks - this.#since < STAYS ? this.#line : null
  }

  say(text: string, act?: Said['act']): void {
    this.#line = act ? { text, act } : { text }
    this.#since = clocks.ticks
  }

  clear = (): void => {
    this.#line = null
  }
}

export const said = new SaidStore()
