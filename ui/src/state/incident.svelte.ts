import { call } from '../ipc'
import type { IncidentScreen } from '../ipc/bindings/IncidentScreen'
import { Attempt } from './attempt.svelte'
import { Question } from './question'
import { Timeline } from './timeline.svelte'

/** The incident on the screen, as it was read last. It does nothing to it: acts belong to what drew their button (`acts`). */
class IncidentStore {
  screen = $state.raw<IncidentScreen | null>(null)
  timeline = $state.raw<Timeline | null>(null)
  /** Why the screen could not be read. */
  readonly reading = new Attempt()
  #handle: string | null = null
  #question = new Question('shown')

  async show(handle: string): Promise<void> {
    if (handle !== this.#handle) {
      this.leave()
      this.#handle = handle
      this.timeline = new Timeline(handle)
      this.reading.clear()
    }
    await this.refresh()
  }

  leave(): void {
    this.#handle = null
    // What is still being read is about another incident.
    this.#question.forget()
    this.screen = null
    this.timeline = null
  }

  shows(handle: string): boolean {
    return this.#handle === handle
  }

  refresh = async (): Promise<void> => {
    await Promise.all([this.#read(), this.timeline?.refresh()])
  }

  /** Reads again all that is shown, whatever it was read from. */
  async reread(): Promise<void> {
    await Promise.all([this.#read(), this.timeline?.reread()])
  }

  async #read(): Promise<void> {
    const handle = this.#handle
    if (!handle) return
    await this.#question.ask(
      () => call('incident_screen', { handle }),
      (screen) => {
        this.screen = screen
        this.reading.clear()
      },
      this.reading.refuse,
    )
  }
}

export const incident = new IncidentStore()
