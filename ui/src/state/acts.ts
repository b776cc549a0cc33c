// What is done to an incident. There is no way to act on 'the one on the screen': a button, a form, a key or a menu carries the
// handle of the screen that drew it, and its act goes there whatever is on the screen when the call is made.
import { getContext, setContext, tick } from 'svelte'
import { asRefusal, call } from '../ipc'
import type { Commands } from '../ipc/bindings/commands'
import type { Pane } from '../ipc/bindings/Pane'
import { Attempt } from './attempt.svelte'
import { clocks } from './clocks.svelte'
import { confirmation } from './confirmation.svelte'
import { incident } from './incident.svelte'
import { keyboard } from './keyboard'
import { overview } from './overview.svelte'
import { place } from './place.svelte'

/** Commands that act on one incident. */
type ActName = {
  [K in keyof Commands]: Commands[K]['args'] extends { handle: string } ? K : never
}[keyof Commands]

type Without<T> = Omit<T, 'handle'>

/** The acts of one incident. What was refused last is shown over its pane. */
export class Acts extends Attempt {
  readonly handle: string

  constructor(handle: string) {
    super()
    this.handle = handle
  }

  /** Whether its incident is the one on the screen. */
  get onScreen(): boolean {
    return incident.shows(this.handle)
  }

  /** Does something and shows what came of it, or why it was refused, over the pane. */
  async act<K extends ActName>(name: K, args: Without<Commands[K]['args']>): Promise<Commands[K]['returns'] | undefined> {
    let answer: Commands[K]['returns'] | undefined
    await this.run(async () => (answer = await this.actOrThrow(name, args)))
    return answer
  }

  /** The same where a refusal has a better place than the line over the pane: it is thrown, for the caller to show. */
  async actOrThrow<K extends ActName>(name: K, args: Without<Commands[K]['args']>): Promise<Commands[K]['returns']> {
    const { handle } = this
    const pressed = keyboard.now()
    const answer = await (call as (name: K, args: unknown) => Promise<Commands[K]['returns']>)(name, { handle, ...args })
    this.clear()
    await Promise.all([this.onScreen ? incident.refresh() : undefined, overview.refresh(), clocks.load()])
    await tick()
    // What was pressed may be gone now; the next step is the nearest place to go on from.
    if (pressed.gone) pressed.askIfFree('next-step')
    return answer
  }

  /** Goes on to another pane, unless the person went to another incident meanwhile. */
  goOnTo(pane: Pane): void {
    if (this.onScreen) place.showPane(pane)
  }

  /** Stays over the pane of its own incident; said at once where another is on the screen. */
  override refuse = (error: unknown): void => {
    this.refusal = asRefusal(error)
    if (!this.onScreen) confirmation.show(`${this.handle}: ${this.refusal.message}`)
  }
}

/** One for each incident that was on the screen since the start. */
const known = new Map<string, Acts>()

/** The acts of the incident with this handle: that of the screen, never that of the store at the time of the call. */
export function actsOn(handle: string): Acts {
  const acts = known.get(handle) ?? new Acts(handle)
  known.set(handle, acts)
  return acts
}

const HERE = Symbol('acts')

/** To be called by the view that draws one incident: all that is drawn inside acts on that one. */
export const provideActs = (handle: string): Acts => setContext(HERE, actsOn(handle))

/** The same for a component that is mounted by itself. */
export const contextOf = (handle: string) => new Map([[HERE, actsOn(handle)]])

/** To be called while a component is made: the acts of the incident it is drawn for. */
export function actsHere(): Acts {
  const acts = getContext<Acts | undefined>(HERE)
  if (!acts) throw new Error('What acts on an incident is drawn inside the view of one.')
  return acts
}
