import { tick } from 'svelte'
import type { Timeline } from '../../state/timeline.svelte'

/** In pixels: who is this close to the end is at the end. */
const CLOSE = 24

/** What a list is scrolled by. */
type Scroller = Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'clientHeight'>

/** Keeps the end of a timeline in view until the person scrolls up; then counts what is new. */
export class EndFollower {
  readonly #timeline: Timeline
  readonly #scroller: () => Scroller
  #follows = $state(true)
  /** How long the timeline was when the person left its end. */
  #seen = $state(0)
  #top = 0
  #height = 0
  #anchor: { id: string; position: number } | null = null

  constructor(timeline: Timeline, scroller: () => Scroller) {
    this.#timeline = timeline
    this.#scroller = scroller
  }

  /** How many rows came since the person left the end. */
  get unseen(): number {
    return this.#follows ? 0 : Math.max(0, this.#timeline.total - this.#seen)
  }

  /** The list has become longer or its rows taller: the end stays in view. */
  stay = async (): Promise<void> => {
    await tick()
    if (!this.#follows) return
    const scroller = this.#scroller()
    scroller.scrollTop = scroller.scrollHeight
  }

  toEnd = (): void => {
    this.#follow()
    void this.stay()
  }

  leave(): void {
    if (!this.#follows) return
    this.#seen = this.#timeline.total
    this.#follows = this.#timeline.followsEnd = false
  }

  /** Only a person moves up while the list is as long as it was. */
  onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller()
    const isAtEnd = scrollHeight - scrollTop - clientHeight < CLOSE
    if (isAtEnd) this.#follow()
    else if (scrollTop < this.#top && scrollHeight === this.#height) this.leave()
    this.#top = scrollTop
    this.#height = scrollHeight
  }

  /** While entries come fast, the wheel says sooner than the list's place that somebody goes up. */
  onWheel = (event: WheelEvent): void => {
    if (event.deltaY < 0) this.#leaveIfLong()
  }

  onKeydown = (event: KeyboardEvent): void => {
    const isOnList = event.target === event.currentTarget
    if (isOnList && ['ArrowUp', 'PageUp', 'Home'].includes(event.key)) this.#leaveIfLong()
  }

  /** The first row in view. */
  set first(position: number) {
    const id = this.#timeline.row(position)?.id
    this.#anchor = id ? { id, position } : null
  }

  /** Where the first row in view has gone, if it was moved by what came or went above it. */
  moved(): { from: number; to: number } | null {
    const anchor = this.#anchor
    const to = anchor ? this.#timeline.placeOf(anchor.id) : undefined
    void this.#timeline.total
    if (this.#follows || !anchor || to === undefined || to === anchor.position) return null
    this.#anchor = { id: anchor.id, position: to }
    return { from: anchor.position, to }
  }

  #follow(): void {
    this.#follows = this.#timeline.followsEnd = true
  }

  #leaveIfLong(): void {
    const { scrollHeight, clientHeight } = this.#scroller()
    if (scrollHeight > clientHeight + CLOSE) this.leave()
  }
}
