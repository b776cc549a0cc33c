import { call } from '../ipc'
import type { SimilarIncident } from '../ipc/bindings/SimilarIncident'
import { Question } from './question'

/** Earlier incidents that are like one. They are help that nobody asked for: where they cannot be had, nothing is said. */
export class SeenBefore {
  found = $state.raw<readonly SimilarIncident[]>([])
  readonly #asked = new Question('shown')
  #as = ''

  async load(handle: string): Promise<void> {
    await this.#asked.ask(
      () => call('similar', { handle }),
      (found) => {
        // The same answer again moves nothing on the screen.
        const as = JSON.stringify(found)
        if (as !== this.#as) this.found = found
        this.#as = as
      },
    )
  }
}

/** What was to be done so that it does not come back, in words: the deadlines of another incident are none of this one. */
export function undone({ not_done }: SimilarIncident): string[] {
  return not_done.map(({ text, owner, due }) => [text, owner ?? 'nobody', due].join(', '))
}

/** That it came back while something is undone; nothing where nothing is. */
export function cameBack({ not_done }: SimilarIncident): string | null {
  if (not_done.length === 0) return null
  return not_done.length === 1
    ? 'It came back while its action is undone.'
    : `It came back while ${not_done.length} of its actions are undone.`
}
