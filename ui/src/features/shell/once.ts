/** What a key does counts once: until something else is pressed or typed, pressing it again does nothing more. */
export class Once {
  #is: 'free' | 'under way' | 'done' = 'free'
  #touched = false

  /** The act answers whether it was done: what was not may be tried again. */
  press(act: () => Promise<boolean>): void {
    if (this.#is !== 'free') return
    this.#is = 'under way'
    this.#touched = false
    const ended = (done: boolean) => void (this.#is = done && !this.#touched ? 'done' : 'free')
    void act().then(ended, () => ended(false))
  }

  /** Something else was pressed or typed. */
  release = (): void => {
    this.#touched = true
    if (this.#is === 'done') this.#is = 'free'
  }
}

/** Enter, held: one press, whatever it repeats. What a text takes as a line break goes on. */
export class HeldEnter {
  #first: KeyboardEvent | null = null

  down(event: KeyboardEvent): void {
    if (event.key !== 'Enter') this.#first = null
    else if (!event.repeat && !this.#first) this.#first = event
    else this.#stop(event)
  }

  up = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.#first = null
  }

  /** The window was left, so nobody tells when it is let go. */
  leave = (): void => {
    this.#first = null
  }

  #stop(event: KeyboardEvent): void {
    event.stopPropagation()
    const breaksLines = event.target instanceof HTMLTextAreaElement && this.#first?.defaultPrevented === false
    if (!breaksLines) event.preventDefault()
  }
}
