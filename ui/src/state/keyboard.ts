import { focus, type FocusPlace } from './focus.svelte'
import { place } from './place.svelte'

/** Where the keyboard was when something was pressed. An answer that comes late moves it only while nobody went on meanwhile. */
export class Pressed {
  readonly #at = document.activeElement
  readonly #form = this.#at?.closest('form') ?? null
  readonly #screen = place.screen

  /** Whether the keyboard is still where it was: there, in that form, or nowhere because what was pressed is gone. */
  get still(): boolean {
    const now = document.activeElement
    if (this.elsewhere) return false
    return !now || now === document.body || now === this.#at || (this.#form?.contains(now) ?? false)
  }

  /** Whether another screen was opened since. */
  get elsewhere(): boolean {
    return this.#screen !== place.screen
  }

  /** Whether what was pressed is drawn no more. */
  get gone(): boolean {
    return this.#at !== null && !this.#at.isConnected
  }

  ask(place: FocusPlace): void {
    if (this.still) focus.ask(place)
  }

  askIfFree(place: FocusPlace): void {
    if (this.still) focus.askIfFree(place)
  }

  /** For a field that has no place of its own, by its id. */
  focus(id: string): void {
    if (this.still) document.getElementById(id)?.focus()
  }
}

/** What moves the keyboard after waiting for an answer asks this before it waits. */
export const keyboard = { now: () => new Pressed() }
