import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { FakeTimeline } from '../../testing/fakeTimeline'
import { Timeline } from '../../state/timeline.svelte'
import { EndFollower } from './endFollower.svelte'

const ROW = 30

/** A list of rows of one height in a window of ten, at its end. */
async function atEnd(length: number) {
  const rust = new FakeTimeline(length)
  mockIPC((name, args) => rust.answer(name, args as Record<string, unknown>))
  const timeline = new Timeline('h')
  await timeline.refresh()
  const scroller = {
    scrollTop: 0,
    clientHeight: 10 * ROW,
    get scrollHeight() {
      return timeline.total * ROW
    },
  }
  const follower = new EndFollower(timeline, () => scroller)
  const scrollTo = (top: number) => {
    scroller.scrollTop = Math.max(0, Math.min(top, scroller.scrollHeight - scroller.clientHeight))
    follower.onScroll()
  }
  const isAtEnd = () => scroller.scrollTop >= scroller.scrollHeight - scroller.clientHeight
  await follower.stay()
  scrollTo(scroller.scrollTop)
  const append = async () => {
    rust.append()
    await timeline.refresh()
    await follower.stay()
  }
  return { rust, timeline, follower, scroller, scrollTo, isAtEnd, append }
}

it('keeps the newest in view', async () => {
  const { append, isAtEnd, follower } = await atEnd(50)

  await append()

  expect([isAtEnd(), follower.unseen]).toEqual([true, 0])
})

it('leaves who has scrolled up where they are, and counts what is new', async () => {
  const { append, scroller, scrollTo, follower, timeline, isAtEnd } = await atEnd(50)

  scrollTo(500)
  await append()
  await append()
  expect([scroller.scrollTop, follower.unseen, timeline.followsEnd]).toEqual([500, 2, false])
  follower.toEnd()
  await follower.stay()

  expect([isAtEnd(), follower.unseen]).toEqual([true, 0])
})

it('does not take a list that grows for a person who scrolls up', async () => {
  const { rust, timeline, scroller, follower, isAtEnd } = await atEnd(50)

  rust.append()
  await timeline.refresh()
  // The list moves a little by itself before its end is in view again.
  scroller.scrollTop -= 10
  follower.onScroll()
  await follower.stay()

  expect(isAtEnd()).toBe(true)
})

it('lets the wheel win over entries that come fast', async () => {
  const { append, follower, scroller } = await atEnd(50)
  const before = scroller.scrollTop

  follower.onWheel({ deltaY: -40 } as WheelEvent)
  await append()

  expect([scroller.scrollTop, follower.unseen]).toEqual([before, 1])
})

it('says where the row has gone that was read', async () => {
  const { rust, timeline, follower, scrollTo } = await atEnd(50)
  scrollTo(300)
  follower.first = 10

  rust.backdate(3)
  timeline.followsEnd = false
  for (let position = 10; position < 20; position++) timeline.draw(position)
  await timeline.refresh()

  expect(follower.moved()).toEqual({ from: 10, to: 11 })
  expect(follower.moved(), 'once').toBeNull()
})
