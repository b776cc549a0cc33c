import type { Status } from '../ipc/bindings/Status'
import { Attempt } from './attempt.svelte'
import { incident } from './incident.svelte'
import { focus } from './focus.svelte'
import { place } from './place.svelte'

/** Moves the status, and asks in place where a reason is owed or the person wants to be asked. */
class StatusChange extends Attempt {
  to = $state<Status | null>(null)
  reason = $state('')

  /** Asks once before the status moves on. */
  ask(to: Status): void {
    this.clear()
    this.#openFor(to)
  }

  async moveTo(to: Status): Promise<void> {
    const reason = this.to === to ? this.reason.trim() || null : null
    if (!(await this.run(() => incident.actOrThrow('set_status', { to, reason })))) return this.#openFor(to)
    this.close()
    if (to === 'Resolved') place.showPane('review')
  }

  close(): void {
    this.to = null
    this.reason = ''
    this.clear()
  }

  #openFor(to: Status): void {
    this.to = to
    focus.ask('status-reason')
  }
}

export const statusChange = new StatusChange()
