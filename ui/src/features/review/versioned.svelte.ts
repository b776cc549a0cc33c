import { asRefusal } from '../../ipc'
import type { EventId } from '../../ipc/bindings/EventId'
import { Attempt } from '../../state/attempt.svelte'
import { Draft } from '../../state/draft.svelte'

/** What is typed over a text that stands: the words, and the version they were typed over. */
type Typed = { text: string | null; saw: EventId | null }
const NOTHING: Typed = { text: null, saw: null }

/** Writes one text over the version that was seen, and answers which version it is since. */
export type Write = (text: string, saw: EventId | null) => Promise<EventId | null>

/**
 * A text of the review while it is written. What is typed is kept at each key, over the version it was typed over; it is
 * written when the field is left. Where another was written meanwhile, both stay until the person chooses.
 */
export class Versioned extends Attempt {
  /** Whether another was written meanwhile. */
  conflict = $state(false)
  readonly loaded: Promise<void>
  readonly #draft: Draft<Typed>
  readonly #write: Write

  constructor(key: string, write: Write) {
    super()
    this.#write = write
    this.#draft = new Draft(this, key, NOTHING)
    this.loaded = this.#draft.load()
  }

  /** What the field shows: what is typed, else what stands. */
  text(stands: string): string {
    return this.#draft.value.text ?? stands
  }

  /** Whether something is typed that is not written yet. */
  get written(): boolean {
    return this.#draft.value.text !== null
  }

  type(text: string, version: EventId | null): void {
    if (!this.conflict) this.clear()
    const saw = this.written ? this.#draft.value.saw : version
    void this.#draft.set({ text, saw })
  }

  /** Writes what is typed, and answers whether nothing is left to write. */
  async keep(): Promise<boolean> {
    if (this.conflict) return false
    const { text, saw } = this.#draft.value
    return text === null || this.#put(text, saw)
  }

  /** Mine stands, over the version that is shown as the other. */
  keepMine = (version: EventId | null): Promise<boolean> => this.#settle(this.#draft.value.text ?? '', version)

  /** Both stand, the other first. */
  keepBoth = (theirs: string, version: EventId | null): Promise<boolean> =>
    this.#settle([theirs, this.#draft.value.text ?? ''].filter((text) => text !== '').join('\n\n'), version)

  /** The other stands; what was typed is given up. */
  takeTheirs = (): void => {
    this.conflict = false
    this.clear()
    void this.#draft.set(NOTHING)
  }

  async #settle(text: string, version: EventId | null): Promise<boolean> {
    this.conflict = false
    void this.#draft.set({ text, saw: version })
    return this.#put(text, version)
  }

  async #put(text: string, saw: EventId | null): Promise<boolean> {
    return this.runOnce(async () => {
      try {
        this.#isWritten(text, await this.#write(text, saw))
      } catch (error) {
        this.conflict = asRefusal(error).code.endsWith('written_meanwhile')
        throw error
      }
    })
  }

  /** What was typed on meanwhile is typed over what was just written. */
  #isWritten(text: string, version: EventId | null): void {
    const now = this.#draft.value.text
    void this.#draft.set(now === null || now === text ? NOTHING : { text: now, saw: version })
  }
}
