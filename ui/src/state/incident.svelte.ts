import { tick } from 'svelte'
import { call } from '../ipc'
import type { Commands } from '../ipc/bindings/commands'
import type { IncidentScreen } from '../ipc/bindings/IncidentScreen'
import { Attempt } from './attempt.svelte'
import { clocks } from './clocks.svelte'
import { Question } from './question'
import { overview } from './overview.svelte'
import { focus } from './focus.svelte'
import { Timeline } from './timeline.svelte'

/** Commands that act on one incident and answer with nothing to show. */
type Acts = {
  [K in keyof Commands]: Commands[K]['args'] extends { handle: string } ? K : never
}[keyof Commands]

type Without<T> = Omit<T, 'handle'>

/** The incident on the screen. What it was refused last is shown over the pane. */
class IncidentStore extends Attempt {
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
      this.clear()
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

  /** Does something to the incident on screen and shows what came of it, or why it was refused, over the pane. */
  async act<K extends Acts>(name: K, args: Without<Commands[K]['args']>): Promise<Commands[K]['returns'] | undefined> {
    let answer: Commands[K]['returns'] | undefined
    await this.run(async () => (answer = await this.actOrThrow(name, args)))
    return answer
  }

  /** The same where a refusal has a better place than the line over the pane: it is thrown, for the caller to show. */
  async actOrThrow<K extends Acts>(name: K, args: Without<Commands[K]['args']>): Promise<Commands[K]['returns']> {
    const handle = this.#handle ?? ''
    const focused = document.activeElement
    const answer = await (call as (name: K, args: unknown) => Promise<Commands[K]['returns']>)(name, { handle, ...args })
    this.clear()
    await Promise.all([this.refresh(), overview.refresh(), clocks.load()])
    await tick()
    // What was pressed may be gone now; the next step is the nearest place to go on from.
    if (focused && !focused.isConnected) focus.askIfFree('next-step')
    return answer
  }
}

export const incident = new IncidentStore()
