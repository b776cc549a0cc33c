import type { Status } from '../ipc/bindings/Status'
import type { Acts } from './acts'
import { Attempt } from './attempt.svelte'
import { focus } from './focus.svelte'

/** Moves the status, and asks in place where a reason is owed or the person wants to be asked. */
class StatusChange extends Attempt {
  to = $state<Status | null>(null)
  reason = $state('')

  /** Asks once before the status moves on. */
  ask(acts: Acts, to: Status): void {
    this.clear()
    this.#openFor(acts, to)
  }

  async moveTo(acts: Acts, to: Status): Promise<void> {
    const reason = this.to === to ? this.reason.trim() || null : null
    try {
      await acts.actOrThrow('set_status', { to, reason })
    } catch (error) {
      return this.#refused(acts, to, error)
    }
    if (!acts.onScreen) return
    this.close()
    if (to === 'Resolved') acts.goOnTo('review')
  }

  close(): void {
    this.to = null
    this.reason = ''
    this.clear()
  }

  /** The question belongs to the incident that was pressed: over another one it is only said. */
  #refused(acts: Acts, to: Status, error: unknown): void {
    if (!acts.onScreen) return acts.refuse(error)
    this.refuse(error)
    this.#openFor(acts, to)
  }

  #openFor(acts: Acts, to: Status): void {
    if (!acts.onScreen) return
    this.to = to
    focus.ask('status-reason')
  }
}

export const statusChange = new StatusChange()
