import { mockIPC } from '@tauri-apps/api/mocks'
import { beforeEach, expect, it } from 'vitest'
import { Glance } from './glance.svelte'

let slices: unknown[]

beforeEach(() => {
  slices = []
  mockIPC((name, args) => {
    if (name === 'incident_glance') return { handle: (args as { handle: string }).handle }
    if (name === 'timeline_position') return (args as { id: string }).id === 'gone' ? null : 40
    if (name === 'timeline_slice') slices.push(args)
    return { rows: [], several_days: true }
  })
})

it('reads the timeline around the entry that is meant', async () => {
  const glance = new Glance()
  await glance.show('h', 'e')
  expect(slices).toEqual([{ handle: 'h', start: 34, count: 24 }])
  expect(glance.shown).toMatchObject({ glance: { handle: 'h' }, lit: 'e', severalDays: true })
})

it('begins at the beginning where no entry is meant, or it was undone', async () => {
  const glance = new Glance()
  await glance.show('h', null)
  await glance.show('h', 'gone')
  expect(slices.map((slice) => (slice as { start: number }).start)).toEqual([0, 0])
})

it('asks once about the same, until that may have changed, and shows nothing of none', async () => {
  const glance = new Glance()
  await glance.show('h', 'e')
  await glance.show('h', 'e')
  expect(slices.length).toBe(1)
  glance.forget()
  await glance.show('h', 'e')
  expect(slices.length).toBe(2)
  await glance.show(null, null)
  expect(glance.shown).toBeNull()
})
