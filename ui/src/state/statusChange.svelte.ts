import type { Status } from '../ipc/bindings/Status'
import type { Acts } from './acts'
import { Attempt } from './attempt.svelte'
import { focus } from './focus.svelte'

/** Moves the status, and asks in place where a reason is owed or the person wants to be asked. */
class StatusChange extends Attempt {
  to = $state<Status | null>(null)

  /** Asks once before the status moves on. */
  ask(acts: Acts, to: Status): void {
    this.clear()
    this.#openFor(acts, to)
  }

  /** Answers whether it moved. */
  async moveTo(acts: Acts, to: Status, reason: string | null = null): Promise<boolean> {
    try {
      await acts.actOrThrow('set_status', { to, reason })
    } catch (error) {
      this.#refused(acts, to, error)
      return false
    }
    if (!acts.onScreen) return true
    this.close()
    if (to === 'Resolved') acts.goOnTo('review')
    return true
  }

  close(): void {
    this.to = null
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
