import { call } from '../ipc'
import type { Notice } from '../ipc/bindings/Notice'

class NoticesStore {
  all = $state.raw<Notice[]>([])
  #seen = $state<string[]>([])

  /** Each is shown once over the screen; Settings keeps them all. */
  get fresh(): Notice[] {
    return this.all.filter((notice) => !this.#seen.includes(keyOf(notice)))
  }

  receive = (notices: Notice[]): void => {
    this.all = notices
    // One that went away and comes back is news again.
    this.#seen = this.#seen.filter((seen) => notices.some((notice) => keyOf(notice) === seen))
  }

  async load(): Promise<void> {
    const seen = await call('load_draft', { key: SEEN }).catch(() => '')
    if (seen) this.#seen.push(seen)
    this.receive(await call('notices'))
  }

  dismiss(notice: Notice): void {
    this.#seen.push(keyOf(notice))
    // A desktop without a tray stays without one; a key that is taken or a silent service may be news tomorrow.
    if (notice.kind === 'tray') void call('save_draft', { key: SEEN, text: keyOf(notice) }).catch(() => undefined)
  }
}

const SEEN = 'notices:seen'

/** Two incidents may be reminded of in the same words; what else a notice says tells them apart. */
export const keyOf = (notice: Notice) => `${notice.kind} ${notice.title} ${notice.detail}`

export const notices = new NoticesStore()
