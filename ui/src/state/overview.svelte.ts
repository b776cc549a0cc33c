import { call } from '../ipc'
import type { Overview } from '../ipc/bindings/Overview'
import { Attempt } from './attempt.svelte'
import { Latest } from './latest'

class OverviewStore extends Attempt {
  now = $state<Overview | null>(null)
  #latest = new Latest()

  refresh = (): Promise<void> =>
    this.#latest.ask(
      () => call('overview'),
      (overview) => {
        this.now = overview
        this.clear()
      },
      this.refuse,
    )
}

export const overview = new OverviewStore()
