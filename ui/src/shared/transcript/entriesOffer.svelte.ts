import { place } from '../../state/place.svelte'
import { PastedLines } from './pastedLines'

// What was pasted elsewhere, on its way to the dialog.
let handed = ''

/** What the dialog should begin with; empty for what was left there. */
export function takePasted(): string {
  const text = handed
  handed = ''
  return text
}

/** Offers to take what was pasted into the one line of the log as entries, when times are found in it. */
export class EntriesOffer {
  count = $state(0)
  #text = ''
  #pasted = new PastedLines()

  /** Looks at what was pasted into a line that held `before`. */
  async look(handle: string, text: string, before: string): Promise<void> {
    this.forget()
    await this.#pasted.look(handle, text, before, ({ count }) => {
      this.#text = text
      this.count = count
    })
  }

  forget(): void {
    this.#pasted.forget()
    this.count = 0
  }

  /** Takes it to the dialog, and answers what the line held before the paste. */
  take(): string {
    handed = this.#text
    this.forget()
    place.dialog = 'transcript'
    return this.#pasted.before
  }
}
