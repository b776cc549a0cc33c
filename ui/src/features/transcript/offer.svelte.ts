import { call } from '../../ipc'
import { Latest } from '../../state/latest'
import { place } from '../../state/place.svelte'

// What was pasted elsewhere, on its way to the dialog.
let handed = ''

/** What the dialog should begin with; empty for what was left there. */
export function takePasted(): string {
  const text = handed
  handed = ''
  return text
}

/** Offers to take what was pasted into the one line of the log as entries, when times are found in it. */
export class Offer {
  count = $state(0)
  #text = ''
  #before = ''
  #latest = new Latest()

  /** Looks at what was pasted into a line that held `before`. */
  async look(handle: string, text: string, before: string): Promise<void> {
    this.forget()
    if (text.trim().split('\n').length < 2) return
    await this.#latest.ask(
      () => call('preview_transcript', { handle, text, zone: 'UTC' }),
      ({ count }) => {
        this.#text = text
        this.#before = before
        this.count = count
      },
    )
  }

  forget(): void {
    this.#latest.forget()
    this.count = 0
  }

  /** Takes it to the dialog, and answers what the line held before the paste. */
  take(): string {
    handed = this.#text
    this.forget()
    place.over = 'transcript'
    return this.#before
  }
}
