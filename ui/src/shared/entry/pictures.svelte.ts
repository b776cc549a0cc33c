import { call } from '../../ipc'
import type { Picture } from '../../ipc/bindings/Picture'
import { Attempt } from '../../state/attempt.svelte'
import { Draft, fields } from '../../state/drafts.svelte'

/** Pictures that were pasted for a line. They stay until Rust has committed them, as the line's words do. */
export class Pictures extends Attempt {
  list = $state<Picture[]>([])
  #draft: Draft
  #arriving: Promise<void> = Promise.resolve()

  constructor(key: string) {
    super()
    this.#draft = new Draft(`${key}:pictures`)
  }

  async load(): Promise<void> {
    await this.#draft.load()
    const { list } = fields<{ list: Picture[] }>(this.#draft.text, { list: [] })
    this.#put([...list, ...this.list])
  }

  /** Takes the picture on the clipboard when what is pasted has no words; answers whether there was one. */
  async paste(event: ClipboardEvent): Promise<boolean> {
    if (event.clipboardData?.getData('text/plain')) return false
    const before = this.list.length
    this.#arriving = this.#arriving.then(() => this.#take())
    await this.#arriving
    return this.list.length > before
  }

  /** Enter right after a paste waits for the picture. */
  get arrived(): Promise<void> {
    return this.#arriving
  }

  take(id: string): void {
    this.clear()
    this.#keep(this.list.filter((picture) => picture.id !== id))
  }

  takeLast(): void {
    const last = this.list.at(-1)
    if (last) this.take(last.id)
  }

  /** Takes away what was recorded and keeps what was pasted since. */
  committed(ids: string[]): void {
    this.#keep(this.list.filter(({ id }) => !ids.includes(id)))
  }

  async #take(): Promise<void> {
    await this.run(async () => {
      const picture = await call('paste_picture')
      if (picture) this.#keep([...this.list, picture])
    })
  }

  #keep(list: Picture[]): void {
    this.#put(list)
    void this.#draft.set(this.list.length ? JSON.stringify({ list: this.list }) : '')
  }

  /** The same picture goes with a line once. */
  #put(list: Picture[]): void {
    this.list = list.filter(({ id }, index) => list.findIndex((other) => other.id === id) === index)
  }
}
