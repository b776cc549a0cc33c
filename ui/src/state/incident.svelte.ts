import { tick } from 'svelte'
import { asRefusal, call, type Refusal } from '../ipc'
import type { Commands } from '../ipc/bindings/commands'
import type { IncidentScreen } from '../ipc/bindings/IncidentScreen'
import { clocks } from './clocks.svelte'
import { Latest } from './latest'
import { overview } from './overview.svelte'
import { place } from './place.svelte'

/** Commands that act on one incident and answer with nothing to show. */
type Acts = {
  [K in keyof Commands]: Commands[K]['args'] extends { handle: string } ? K : never
}[keyof Commands]

type Without<T> = Omit<T, 'handle'>

class IncidentStore {
  screen = $state<IncidentScreen | null>(null)
  error = $state<Refusal | null>(null)
  /** Why the last act was refused. */
  refused = $state<Refusal | null>(null)
  #handle: string | null = null
  #latest = new Latest()

  async show(handle: string): Promise<void> {
    if (handle !== this.#handle) {
      this.#handle = handle
      this.screen = null
      this.error = null
      this.refused = null
    }
    await this.refresh()
  }

  leave(): void {
    this.#handle = null
    this.#latest.forget()
    this.screen = null
  }

  refresh = async (): Promise<void> => {
    const handle = this.#handle
    if (!handle) return
    await this.#latest.ask(
      () => call('incident_screen', { handle }),
      (screen) => {
        this.screen = screen
        this.error = null
      },
      (error) => (this.error = asRefusal(error)),
    )
  }

  /** Does something to the incident on screen and shows what came of it. Refusals are the caller's to show. */
  async act<K extends Acts>(name: K, args: Without<Commands[K]['args']>): Promise<Commands[K]['returns']> {
    const handle = this.#handle ?? ''
    const focused = document.activeElement
    const answer = await (call as (name: K, args: unknown) => Promise<Commands[K]['returns']>)(name, { handle, ...args })
    this.refused = null
    await Promise.all([this.refresh(), overview.refresh(), clocks.load().catch(() => undefined)])
    await tick()
    // What was pressed may be gone now; the next step is the nearest place to go on from.
    if (focused && !focused.isConnected) place.focusIfFree('next-step')
    return answer
  }

  /** Like `act`, where there is no better place for a refusal than the line over the pane. */
  async try<K extends Acts>(name: K, args: Without<Commands[K]['args']>): Promise<Commands[K]['returns'] | undefined> {
    try {
      return await this.act(name, args)
    } catch (error) {
      this.refused = asRefusal(error)
      return undefined
    }
  }
}

export const incident = new IncidentStore()
