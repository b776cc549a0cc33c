import { asRefusal, type Refusal } from '../ipc'
import type { Status } from '../ipc/bindings/Status'
import { incident } from './incident.svelte'
import { place } from './place.svelte'

/** Moves the status, and asks in place where a reason is owed or the person wants to be asked. */
class StatusAsk {
  to = $state<Status | null>(null)
  reason = $state('')
  /** Why it was refused as it stands. */
  refusal = $state<Refusal | null>(null)

  /** Asks once before the status moves on. */
  ask(to: Status): void {
    this.to = to
    this.refusal = null
    place.focus('status-reason')
  }

  async set(to: Status): Promise<void> {
    try {
      await incident.act('set_status', { to, reason: this.to === to && this.reason.trim() ? this.reason.trim() : null })
      this.close()
      if (to === 'Resolved') place.showPane('review')
    } catch (error) {
      this.ask(to)
      this.refusal = asRefusal(error)
    }
  }

  close(): void {
    this.to = null
    this.reason = ''
    this.refusal = null
  }
}

export const askStatus = new StatusAsk()
