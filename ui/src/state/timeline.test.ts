import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { FakeTimeline } from '../testing/fakeTimeline'
import { Timeline } from './timeline.svelte'

/** A timeline in Rust and in the page, whose window shows so many rows at its end. */
async function opened(length: number, window = 20) {
  const rust = new FakeTimeline(length)
  let delay: () => Promise<void> = async () => {}
  mockIPC(async (name, args) => {
    const answer = rust.answer(name, args as Record<string, unknown>)
    await delay()
    return answer
  })
  const page = new Timeline('h')
  await page.refresh()
  let undraw: (() => void)[] = []
  /** Draws these rows and no others, as the list does while it is scrolled. */
  const draw = (first: number, last = first + window - 1) => {
    undraw.forEach((away) => away())
    undraw = Array.from({ length: last - first + 1 }, (_, at) => page.draw(first + at))
  }
  draw(Math.max(0, length - window), length - 1)
  rust.questions.length = 0
  const ids = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => page.row(first + at)?.id)
  /** Whether the rows from here to the end are those of Rust. */
  const isRight = (first: number) =>
    ids(first, rust.rows.length - 1).join() ===
    rust.rows
      .slice(first)
      .map(({ id }) => id)
      .join()
  return { rust, page, draw, ids, isRight, hold: (until: Promise<void>) => (delay = () => until) }
}

it('knows how long it is and has the newest rows at once', async () => {
  const { page, ids, rust } = await opened(5000)

  expect([page.total, page.known, page.row(4899)]).toEqual([5000, true, undefined])
  expect(ids(4950, 4999)).toEqual(rust.rows.slice(4950).map(({ id }) => id))
})

it('takes an entry that follows at the end with one small question', async () => {
  const { rust, page, isRight } = await opened(5000)

  rust.append()
  await page.refresh()

  expect([page.total, isRight(4951), rust.questions]).toEqual([5001, true, ['news']])
})

it('shows an edit without a moment in which the row is gone', async () => {
  const { rust, page } = await opened(100)
  rust.edit(95, 'as it is now')
  const seen: (string | undefined)[] = []

  const refreshing = page.refresh()
  for (let turn = 0; turn < 20; turn++) {
    seen.push(page.row(95)?.text)
    await Promise.resolve()
  }
  await refreshing

  expect(new Set(seen)).not.toContain(undefined)
  expect([page.row(95)?.text, page.total, rust.questions]).toEqual(['as it is now', 100, ['news', 'slice 95 5']])
})

it('takes an undone entry out and closes the gap in the same moment', async () => {
  const { rust, page, ids, isRight } = await opened(100)
  const before = ids(90, 99)
  rust.undo(95)

  const refreshing = page.refresh()
  while (page.total === 100) {
    expect(ids(90, 99)).toEqual(before)
    await Promise.resolve()
  }

  expect([page.total, isRight(80), page.row(99)]).toEqual([99, true, undefined])
  await refreshing
})

it('puts a backdated entry in its place', async () => {
  const { rust, page, isRight } = await opened(100)

  const id = rust.backdate(90)
  await page.refresh()

  expect([page.total, page.placeOf(id), isRight(81)]).toEqual([101, 90, true])
})

it('leaves what is not looked at alone until it is', async () => {
  const { rust, page, draw, isRight } = await opened(500)

  rust.backdate(10)
  await page.refresh()
  expect(rust.questions, 'only the end is here and looked at').toEqual(['news', 'slice 451 50'])
  page.followsEnd = false
  draw(0)

  await expect.poll(() => page.row(10)?.id).toBe(rust.rows[10]!.id)
  expect(isRight(451)).toBe(true)
})

it('makes few questions of a thousand changes, and draws the last one', async () => {
  const { rust, page, isRight } = await opened(5000)
  let last: Promise<void> = Promise.resolve()

  for (let entry = 0; entry < 1000; entry++) {
    rust.append()
    last = page.refresh()
    if (entry % 100 === 0) await Promise.resolve()
  }
  await last

  expect([page.total, isRight(5951)]).toEqual([6000, true])
  expect(rust.questions.length).toBeLessThan(30)
})

it('has one question under way and one waiting while answers are slow', async () => {
  const { rust, page, hold, isRight } = await opened(100)
  let release!: () => void
  hold(new Promise((resolve) => (release = resolve)))

  const all = Array.from({ length: 50 }, () => (rust.append(), page.refresh()))
  expect(rust.questions).toEqual(['news'])
  release()
  await Promise.all(all)

  expect([page.total, isRight(101)]).toEqual([150, true])
  expect(rust.questions.length).toBeLessThan(6)
})

it('keeps the place of somebody who has scrolled up while new entries come', async () => {
  const { rust, page, draw, ids } = await opened(5000)
  page.followsEnd = false
  draw(1000)
  await expect.poll(() => page.row(1019)?.id).toBeDefined()
  const before = ids(1000, 1019)
  rust.questions.length = 0

  for (let entry = 0; entry < 3; entry++) rust.append()
  await page.refresh()

  expect([page.total, ids(1000, 1019)]).toEqual([5003, before])
  expect(rust.questions).toEqual(['news'])
})

it('asks for the rows that are drawn, and not for what was scrolled past', async () => {
  const { rust, page, draw } = await opened(5000)
  page.followsEnd = false

  for (let first = 4900; first > 200; first -= 100) draw(first)
  draw(120, 139)
  await expect.poll(() => page.row(120)?.id).toBe('e000120')

  expect(rust.questions).toEqual(['slice 100 50'])
})

it('finds the place of an entry that is far away, and says when it is gone', async () => {
  const { rust, page, draw } = await opened(5000)

  expect(await page.find('e000042')).toBe(42)
  expect(await page.find('e004990')).toBe(4990)
  expect(await page.find('undone long ago')).toBeNull()
  expect(rust.questions, 'what is here is not asked for').toEqual(['position', 'position'])
  page.followsEnd = false
  draw(35, 54)

  await expect.poll(() => page.byId('e000042')?.text).toBe('entry e000042')
})

it('goes on after a refusal, with what it had', async () => {
  const { rust, page } = await opened(100)
  mockIPC(() => Promise.reject({ code: 'storage', message: 'Not read.', hint: '' }))
  rust.append()
  await page.refresh()
  expect([page.refusal?.message, page.total, page.row(99)?.id]).toEqual(['Not read.', 100, 'e000099'])

  mockIPC((name, args) => rust.answer(name, args as Record<string, unknown>))
  await page.refresh()

  expect([page.refusal, page.total, page.row(100)?.id]).toEqual([null, 101, 'e000100'])
})

it('catches up when a stretch comes from a later state than the rest', async () => {
  const { rust, page, draw, isRight } = await opened(500)
  page.followsEnd = false
  rust.undo(499)
  rust.backdate(20)

  draw(10, 29)
  await expect.poll(() => page.row(20)?.id).toBe(rust.rows[20]!.id)
  draw(480, 499)

  await expect.poll(() => isRight(480)).toBe(true)
})

it('keeps no more than a bounded number of rows', async () => {
  const { page, draw } = await opened(20_000)
  page.followsEnd = false

  for (let first = 0; first < 4000; first += 100) {
    draw(first, first + 99)
    await expect.poll(() => page.row(first)?.id && page.row(first + 99)?.id, { interval: 1 }).toBeDefined()
  }

  expect(page.row(3999)?.id).toBe('e003999')
  expect([page.row(0), page.row(19_999)]).toEqual([undefined, undefined])
})
