import { call } from '../ipc'
import type { Overview } from '../ipc/bindings/Overview'
import { Attempt } from './attempt.svelte'
import { Question } from './question'

class OverviewStore extends Attempt {
  now = $state.raw<Overview | null>(null)
  #question = new Question('shown')

  refresh = (): Promise<void> =>
    this.#question.ask(
      () => call('overview'),
      (overview) => {
        this.now = overview
        this.clear()
      },
      this.refuse,
    )
}

export const overview = new OverviewStore()
