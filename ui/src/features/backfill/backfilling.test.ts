import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { Backfilling } from './backfilling.svelte'

it('shows what it would become, and records it with what was said of it', async () => {
  const asked: [string, unknown][] = []
  mockIPC((name, args) => {
    if (name.endsWith('backfill')) asked.push([name, args])
    if (name === 'preview_backfill') return { title: 'Search was stale', read: [] }
    return name === 'backfill' ? { incident: { handle: 'old' } } : null
  })
  const backfilling = new Backfilling()
  await backfilling.loaded
  backfilling.type({ text: '# Search was stale' })
  backfilling.type({ severity: 'P2', day: '2026-03-04' })
  await expect.poll(() => backfilling.preview?.title).toBe('Search was stale')
  expect((await backfilling.record())?.handle).toBe('old')
  const input = { text: '# Search was stale', zone: 'UTC', title: '', day: '2026-03-04', severity: 'P2', name: 'postmortem.md' }
  expect(asked.at(-1)).toEqual(['backfill', { input }])
  expect(backfilling.typed.text).toBe('')
})

it('keeps the text when it cannot be read', async () => {
  mockIPC((name) => (name === 'preview_backfill' ? Promise.reject({ code: 'no_day', message: 'No day.', hint: 'Give the day.' }) : null))
  const backfilling = new Backfilling()
  await backfilling.loaded
  backfilling.type({ text: 'it was bad' })
  await expect.poll(() => backfilling.refusal?.hint).toBe('Give the day.')
  expect([backfilling.typed.text, backfilling.preview]).toEqual(['it was bad', null])
})
