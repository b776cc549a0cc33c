/** Asks one thing at a time: while one question is under way, the newest of those that come meanwhile waits. */
export class Question {
  #underWay: Promise<void> | null = null
  #next: (() => Promise<void>) | null = null
  #afterwards: Promise<void> | null = null
  #round = 0
  readonly #overtaken: 'shown' | 'dropped'

  /** Whether an answer is still shown when another question waits: one about the same thing is, one about older words is not. */
  constructor(overtaken: 'shown' | 'dropped' = 'dropped') {
    this.#overtaken = overtaken
  }

  /** Whoever asks waits for the answer to this question, or to a newer one that took its place. */
  ask<T>(question: () => Promise<T>, answered: (answer: T) => void, refused?: (error: unknown) => void): Promise<void> {
    this.#next = () => this.#put(question, answered, refused)
    if (this.#underWay === null) return this.#begin()
    const round = this.#round
    this.#afterwards ??= this.#underWay.then(() => (round === this.#round ? this.#begin() : undefined))
    return this.#afterwards
  }

  /** Answers that are still under way no longer count, and nothing waits for them. */
  forget(): void {
    this.#round++
    this.#underWay = this.#next = this.#afterwards = null
  }

  #begin(): Promise<void> {
    const next = this.#next
    this.#next = this.#afterwards = null
    const mine = next ? next() : Promise.resolve()
    this.#underWay = mine
    return mine.then(() => {
      if (this.#underWay === mine) this.#underWay = null
    })
  }

  async #put<T>(question: () => Promise<T>, answered: (answer: T) => void, refused?: (error: unknown) => void): Promise<void> {
    const round = this.#round
    const counts = () => round === this.#round && (this.#overtaken === 'shown' || this.#next === null)
    try {
      const answer = await question()
      if (counts()) answered(answer)
    } catch (error) {
      if (counts()) refused?.(error)
    }
  }
}
