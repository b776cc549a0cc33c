// What a key does that belongs to the pane on screen.
class PaneKey<T> {
  #act: (() => T) | null = null

  /** Takes the key until the answer is called. */
  take = (act: () => T): (() => void) => {
    this.#act = act
    return () => {
      if (this.#act === act) this.#act = null
    }
  }

  /** What came of it, if a pane had something to do. */
  run = (): T | undefined => this.#act?.()

  /** Whether a pane has something to do. */
  get taken(): boolean {
    return this.#act !== null
  }
}

const primary = new PaneKey<Promise<boolean>>()

/** Ctrl+Enter: the pane's filled action. It answers whether it was done. */
export const takePrimary = primary.take
export const runPrimary = async (): Promise<boolean> => (await primary.run()) ?? false

const mend = new PaneKey<void>()

/** F8: mends the first thing that is marked. */
export const takeMend = mend.take
export const runMend = (): boolean => (mend.run(), mend.taken)

const hold = new PaneKey<void>()

/** Shift+F8: says that the first thing that is older than what happened still holds. */
export const takeHold = hold.take
export const runHold = (): boolean => (hold.run(), hold.taken)
