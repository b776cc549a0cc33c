import { untrack } from 'svelte'
import { Draft } from './drafts.svelte'

/** What a person is typing over a recorded text; none while they have typed nothing. It outlives the pane it is typed in. */
export class Typing {
  text = $state<string | null>(null)
  #draft: Draft

  constructor(key: string) {
    this.#draft = new Draft(key)
    untrack(() => void this.#draft.load().then(() => this.text === null && this.#draft.text && (this.text = this.#draft.text)))
  }

  set = (text: string): void => {
    this.text = text
    this.#draft.set(text)
  }

  /** It was recorded, or given up. */
  done = (): void => {
    if (this.text !== null) this.#draft.set('')
    this.text = null
  }
}
