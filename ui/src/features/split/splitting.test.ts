import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { Splitting } from './splitting.svelte'

const row = (id: string, editable = true) => ({ id, editable, text: id })

function mocked(split: () => unknown) {
  const asked: Record<string, unknown>[] = []
  mockIPC((name, args) => {
    if (name === 'timeline_slice') return { total: 3, several_days: false, rows: [row('declared', false), row('a'), row('b')] }
    if (name !== 'split') return null
    asked.push(args as Record<string, unknown>)
    return split()
  })
  return asked
}

it('splits off what is chosen of what a person wrote, in its order', async () => {
  const asked = mocked(() => ({ handle: 'new', entries: 2 }))
  const splitting = new Splitting('h')
  await splitting.load()
  expect(splitting.entries.map(({ id }) => id)).toEqual(['a', 'b'])
  splitting.choose(1, true)
  splitting.choose(0, true)
  splitting.choose(1, false)
  splitting.choose(1, true)
  splitting.change({ line: 'P2 Search stale' })
  expect((await splitting.split())?.handle).toBe('new')
  expect(asked[0]).toMatchObject({ handle: 'h', entries: ['a', 'b'], input: { line: 'P2 Search stale', severity: null, anyway: true } })
})

it('keeps what is typed and chosen when it is refused', async () => {
  mocked(() => Promise.reject({ code: 'severity_missing', message: 'Nothing was split.', hint: 'Say how bad it is.' }))
  const splitting = new Splitting('h')
  await splitting.load()
  splitting.choose(0, true)
  splitting.change({ line: 'Search stale' })
  expect(await splitting.split()).toBe(null)
  expect([splitting.typed.line, splitting.count, splitting.refusal?.hint]).toEqual(['Search stale', 1, 'Say how bad it is.'])
})
