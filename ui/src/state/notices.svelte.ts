import { call } from '../ipc'
import type { Notice } from '../ipc/bindings/Notice'

class NoticesStore {
  all = $state<Notice[]>([])
  #seen = $state<string[]>([])

  /** Each is shown once over the screen; Settings keeps them all. */
  get fresh(): Notice[] {
    return this.all.filter((notice) => !this.#seen.includes(name(notice)))
  }

  heard = (notices: Notice[]): void => {
    this.all = notices
    // One that went away and comes back is news again.
    this.#seen = this.#seen.filter((seen) => notices.some((notice) => name(notice) === seen))
  }

  async load(): Promise<void> {
    this.heard(await call('notices'))
  }

  dismiss(notice: Notice): void {
    this.#seen.push(name(notice))
  }
}

const name = (notice: Notice) => `${notice.kind} ${notice.title}`

export const notices = new NoticesStore()
