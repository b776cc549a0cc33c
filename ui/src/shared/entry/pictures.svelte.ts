import { call } from '../../ipc'
import type { Picture } from '../../ipc/bindings/Picture'
import { Attempt } from '../../state/attempt.svelte'
import { Draft } from '../../state/draft.svelte'

type Kept = { list: Picture[] }

/** Pictures that were pasted for a line. They stay until Rust has committed them, as the line's words do. */
export class Pictures extends Attempt {
  readonly #draft: Draft<Kept>
  #arriving: Promise<void> = Promise.resolve()

  constructor(key: string) {
    super()
    this.#draft = new Draft<Kept>(this, `${key}:pictures`, { list: [] }, (kept, pasted) => once([...kept.list, ...pasted.list]))
  }

  get list(): Picture[] {
    return this.#draft.value.list
  }

  load(): Promise<void> {
    return this.#draft.load()
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
    void this.#draft.set(once(list))
  }
}

/** The same picture goes with a line once. */
const once = (list: Picture[]): Kept => ({ list: list.filter(({ id }, at) => list.findIndex((other) => other.id === id) === at) })
