// Text that is typed and not yet sent. It is kept by Rust, so that it survives errors, closing and a crash.
import { call } from '../ipc'

/** One field's text, saved as it is typed. */
export class Draft {
  readonly key: string
  text = $state('')
  #typed = false
  #saving = false
  #unsaved: string | null = null

  constructor(key: string) {
    this.key = key
  }

  /** Brings back what was typed last time; what is typed meanwhile is kept after it. */
  async load(): Promise<void> {
    const saved = await call('load_draft', { key: this.key }).catch(() => '')
    if (!saved || saved === this.text) return
    this.text = this.#typed && this.text ? `${saved} ${this.text}` : saved
  }

  /** Resolves when it, or what was typed after it, is kept. */
  set(text: string): Promise<void> {
    this.#typed = true
    this.text = text
    return this.save()
  }

  /** Saves one at a time and always ends with the newest text. */
  async save(): Promise<void> {
    this.#unsaved = this.text
    if (this.#saving) return
    this.#saving = true
    while (this.#unsaved !== null) {
      const text: string = this.#unsaved
      this.#unsaved = null
      await call('save_draft', { key: this.key, text }).catch(() => undefined)
    }
    this.#saving = false
  }

  /** Takes away what was committed and keeps what was typed since. */
  committed(text: string): void {
    this.text = this.text.startsWith(text) ? this.text.slice(text.length).trimStart() : this.text
    void this.save()
  }
}

/** Reads a draft that holds several fields; anything else counts as none. */
export function fields<T extends object>(text: string, empty: T): T {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? { ...empty, ...read } : empty
  } catch {
    return empty
  }
}
