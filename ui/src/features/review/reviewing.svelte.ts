import { call } from '../../ipc'
import type { EventId } from '../../ipc/bindings/EventId'
import type { ReviewPart } from '../../ipc/bindings/ReviewPart'
import type { ReviewScreen } from '../../ipc/bindings/ReviewScreen'
import { actsOn, type Acts } from '../../state/acts'
import { Attempt } from '../../state/attempt.svelte'
import { Question } from '../../state/question'
import { Versioned } from './versioned.svelte'

/** The review of one incident while it is written. */
export class Reviewing extends Attempt {
  screen = $state.raw<ReviewScreen | null>(null)
  readonly handle: string
  readonly acts: Acts
  readonly #incident: string
  readonly #question = new Question('shown')
  readonly #texts: Record<string, Versioned> = {}

  constructor(handle: string, incident: string) {
    super()
    this.handle = handle
    this.#incident = incident
    this.acts = actsOn(handle)
  }

  load = (): Promise<void> =>
    this.#question.ask(
      () => call('review_screen', { handle: this.handle }),
      (screen) => (this.screen = screen),
      this.refuse,
    )

  /** The text of a part. */
  part({ field }: ReviewPart): Versioned {
    return this.#text(`review:${this.#incident}:${field}`, (text, saw) =>
      this.acts.actOrThrow('write_review_part', { input: { field, text, saw } }),
    )
  }

  /** The text of a why. One that is left empty is taken out. */
  why(id: EventId): Versioned {
    return this.#text(`why:${id}`, async (text, saw) => {
      if (text.trim() === '') await this.acts.actOrThrow('remove_why', { id })
      else await this.acts.actOrThrow('write_why', { id, text, saw })
      await this.load()
      return this.screen?.whys.find((why) => why.id === id)?.version ?? null
    })
  }

  /** Writes all that is typed, and answers whether nothing is left to write. */
  async keepAll(): Promise<boolean> {
    const kept = await Promise.all(Object.values(this.#texts).map((text) => text.keep()))
    return kept.every(Boolean)
  }

  #text(key: string, write: (text: string, saw: EventId | null) => Promise<EventId | null>): Versioned {
    return (this.#texts[key] ??= new Versioned(key, write))
  }
}
