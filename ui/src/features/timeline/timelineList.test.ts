import { mockIPC } from '@tauri-apps/api/mocks'
import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, it } from 'vitest'
import { FakeTimeline } from '../../testing/fakeTimeline'
import { contextOf } from '../../state/acts'
import { focus } from '../../state/focus.svelte'
import { Timeline } from '../../state/timeline.svelte'
import TimelineList from './TimelineList.svelte'

let drawn: object | null = null

async function draw(length: number) {
  const rust = new FakeTimeline(length)
  mockIPC((name, args) => rust.answer(name, args as Record<string, unknown>))
  const timeline = new Timeline('h')
  await timeline.refresh()
  drawn = mount(TimelineList, { target: document.body, props: { timeline }, context: contextOf(timeline.handle) })
  flushSync()
  await settled()
  const refresh = async () => {
    await timeline.refresh()
    flushSync()
    await settled()
  }
  return { rust, timeline, refresh }
}

afterEach(async () => {
  if (drawn) await unmount(drawn)
  document.body.replaceChildren()
})

const settled = () => new Promise((done) => setTimeout(done, 30))
const rows = () => [...document.querySelectorAll('[data-testid="timeline-row"]')]
const texts = () => rows().map((row) => row.querySelector('.text')?.textContent)

it('draws a short timeline whole, in its order', async () => {
  const { rust } = await draw(40)

  expect(texts()).toEqual(rust.rows.map(({ text }) => text))
})

it('tells of each row its place among all', async () => {
  await draw(3)

  const places = [...document.querySelectorAll('li')].map((row) => ['aria-posinset', 'aria-setsize'].map((name) => row.getAttribute(name)))
  expect(places).toEqual([
    ['1', '3'],
    ['2', '3'],
    ['3', '3'],
  ])
})

it('draws few of many rows, but the one that is asked for', async () => {
  const { rust } = await draw(5000)
  expect(document.querySelectorAll('*').length).toBeLessThan(500)

  focus.ask(`entry-${rust.rows[42]!.id}`)
  flushSync()

  await expect.poll(() => (document.activeElement as HTMLElement).dataset['id']).toBe(rust.rows[42]!.id)
})

it('draws what is new, what was edited and what was undone', async () => {
  const { rust, refresh } = await draw(10)

  rust.append()
  rust.edit(4, 'as it is now')
  rust.undo(2)
  await refresh()

  expect(texts()).toEqual(rust.rows.map(({ text }) => text))
  expect(document.querySelectorAll('li[aria-setsize="10"]').length).toBe(10)
})

it('keeps a row and what is typed in it when others come above it', async () => {
  const { rust, refresh } = await draw(10)
  document.querySelectorAll<HTMLElement>('[data-testid="edit-entry"]')[6]!.click()
  flushSync()
  const field = document.querySelector<HTMLTextAreaElement>('[data-testid="edit-text"]')!
  field.value = 'half a thought'
  field.dispatchEvent(new Event('input', { bubbles: true }))

  rust.backdate(1)
  await refresh()

  expect(document.querySelector<HTMLTextAreaElement>('[data-testid="edit-text"]')).toBe(field)
  expect(field.value).toBe('half a thought')
})

it('gives the focus to the row that is asked for', async () => {
  const { rust } = await draw(10)

  focus.ask(`entry-${rust.rows[3]!.id}`)
  flushSync()

  await expect.poll(() => (document.activeElement as HTMLElement).dataset['id']).toBe(rust.rows[3]!.id)
})
