// What a key does that belongs to the pane on screen.
class PaneKey {
  #act: (() => void) | null = null

  /** Takes the key until the answer is called. */
  take = (act: () => void): (() => void) => {
    this.#act = act
    return () => {
      if (this.#act === act) this.#act = null
    }
  }

  /** Whether a pane had something to do. */
  run = (): boolean => {
    this.#act?.()
    return this.#act !== null
  }
}

/** Ctrl+Enter: the pane's filled action. */
export const { take: takePrimary, run: runPrimary } = new PaneKey()

/** F8: mends the first thing that is marked. */
export const { take: takeMend, run: runMend } = new PaneKey()

/** Shift+F8: says that the first thing that is older than what happened still holds. */
export const { take: takeHold, run: runHold } = new PaneKey()
