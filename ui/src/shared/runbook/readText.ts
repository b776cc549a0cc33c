import { call, runbookImageUrl } from '../../ipc'
import type { RunbookText } from '../../ipc/bindings/RunbookText'
import type { Attempt } from '../../state/attempt.svelte'
import { confirmation } from '../../state/confirmation.svelte'
import { place } from '../../state/place.svelte'

/** A runbook's text that is read, with its links. What cannot be followed is said by `attempt`, which is shown beside it. */
export class ReadText {
  readonly #text: RunbookText
  readonly #attempt: Attempt

  constructor(text: RunbookText, attempt: Attempt) {
    this.#text = text
    this.#attempt = attempt
  }

  follow(url: string): Promise<boolean> {
    return this.#attempt.run(async () => {
      const led = await call('follow_runbook_link', { text: this.#text, url })
      if (led.leads === 'runbook') place.runbooks(led.path)
      if (led.leads === 'elsewhere') confirmation.show(`Copied, and not opened: ${led.what}`)
    })
  }

  /** Where an image is read; none for one that lies on a page, which is not fetched. */
  imageUrl(url: string): string | null {
    return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url) ? null : runbookImageUrl(this.#text, url)
  }
}
