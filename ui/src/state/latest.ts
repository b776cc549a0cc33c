/** Lets only the newest of several answers through, in whatever order they come. */
export class Latest {
  #asked = 0
  #newest: Promise<void> = Promise.resolve()

  /** Whoever asked waits for the newest answer, even when that is the answer to a later question. */
  async ask<T>(question: () => Promise<T>, answered: (answer: T) => void, refused?: (error: unknown) => void): Promise<void> {
    const mine = ++this.#asked
    this.#newest = this.#put(mine, question, answered, refused)
    // While one answer is on its way, a later question may be asked, and another after that.
    for (let awaited: Promise<void> | null = null; awaited !== this.#newest;) {
      awaited = this.#newest
      await awaited
    }
  }

  async #put<T>(
    mine: number,
    question: () => Promise<T>,
    answered: (answer: T) => void,
    refused?: (error: unknown) => void,
  ): Promise<void> {
    try {
      const answer = await question()
      if (mine === this.#asked) answered(answer)
    } catch (error) {
      if (mine === this.#asked) refused?.(error)
    }
  }

  /** Answers that are still under way no longer count. */
  forget(): void {
    this.#asked++
  }
}
