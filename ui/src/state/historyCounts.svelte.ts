import { call } from '../ipc'
import { Question } from './question'

const ALL_OPEN = { owner: null, kind: null, priority: null, service: null, closed: false }

/** How much there is behind the tabs of the history. What cannot be counted has no number; its tab says why. */
export class HistoryCounts {
  incidents = $state<number | null>(null)
  actions = $state<number | null>(null)
  readonly #incidents = new Question('shown')
  readonly #actions = new Question('shown')

  load(): void {
    void this.#incidents.ask(
      () => call('search', { input: { words: '', incidents: 1 } }),
      ({ incidents_total }) => (this.incidents = incidents_total),
    )
    void this.#actions.ask(
      () => call('action_board', { filter: ALL_OPEN }),
      ({ open }) => (this.actions = open),
    )
  }
}
