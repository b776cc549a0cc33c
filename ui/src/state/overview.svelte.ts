import { asRefusal, call, type Refusal } from '../ipc'
import type { Overview } from '../ipc/bindings/Overview'
import { Latest } from './latest'

class OverviewStore {
  now = $state<Overview | null>(null)
  error = $state<Refusal | null>(null)
  #latest = new Latest()

  refresh = (): Promise<void> =>
    this.#latest.ask(
      () => call('overview'),
      (overview) => {
        this.now = overview
        this.error = null
      },
      (error) => (this.error = asRefusal(error)),
    )
}

export const overview = new OverviewStore()
