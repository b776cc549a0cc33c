import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import type { RecentChangeRow } from '../../ipc/bindings/RecentChangeRow'
import { actsOn } from '../../state/acts'
import { incident } from '../../state/incident.svelte'
import { Investigation } from './investigation.svelte'

type Noted = { id: string; summary: string; repository: string; reference: string; suspect: boolean }

const ROW = {
  id: 'e83a5f1c',
  short: 'e83a5f1',
  subject: 'Cap the pool at 20',
  tags: ['v313'],
  at: '2026-11-23T13:45:00Z',
  author: 'Raj',
} as RecentChangeRow

async function investigation(refused: Record<string, object> = {}) {
  const changes: Noted[] = []
  const calls: [string, Record<string, never>][] = []
  mockIPC((name, args) => {
    calls.push([name, args as Record<string, never>])
    const given = args as { input: { summary: string; repository: string; reference: string; suspect: boolean } }
    if (refused[name]) throw refused[name]
    if (name === 'investigation')
      return {
        steps: [
          { step: 'logs', state: 'in_progress' },
          { step: 'changes', state: 'done' },
        ],
        changes: [...changes],
      }
    if (name === 'note_change') changes.push({ ...given.input, id: 'c1' })
    if (name === 'recent_changes') return { repositories: [], window: 'a window' }
    return null
  })
  await incident.show('h')
  const one = new Investigation('h')
  await one.load()
  return { one, calls, of: (name: string) => calls.filter(([called]) => called === name).map(([, args]) => args) }
}

it('shows the step in progress, and what a person opened or closed until the step moves', async () => {
  const { one } = await investigation()
  expect([one.shows('logs'), one.shows('changes')]).toEqual([true, false])
  Object.assign(one.opened, { logs: false, changes: true })
  expect([one.shows('logs'), one.shows('changes')]).toEqual([false, true])
  await one.move('logs', 'in_progress')
  expect(one.shows('logs')).toBe(true)
})

it('notes a row as a suspect with its exact instant, and only once', async () => {
  const { one, of } = await investigation()
  await one.suspect('/srv/pay', ROW)
  expect(of('note_change')).toEqual([
    {
      handle: 'h',
      input: {
        change: 'deploy',
        summary: 'Cap the pool at 20 (v313)',
        at: ROW.at,
        reference: ROW.short,
        repository: '/srv/pay',
        by: 'Raj',
        suspect: true,
      },
    },
  ])
  await one.suspect('/srv/pay', ROW)
  expect(of('note_change')).toHaveLength(1)
  expect(of('suspect_change')).toEqual([{ handle: 'h', id: 'c1', suspect: false }])
})

it('makes a row a hypothesis, and notes it first', async () => {
  const { one, of } = await investigation()
  await Promise.all([one.blame('/srv/pay', ROW), one.blame('/srv/pay', ROW)])
  expect(of('note_change')).toHaveLength(1)
  expect(of('blame_change')).toEqual([
    { handle: 'h', id: 'c1' },
    { handle: 'h', id: 'c1' },
  ])
  expect(one.noted('/srv/pay', { ...ROW, tags: [] }), 'another row of the same commit').toBeUndefined()
})

it('keeps the section open and throws when a step is not skipped', async () => {
  const { one } = await investigation({ move_step: { code: 'reason_needed', message: 'Not skipped.', hint: 'Say why.' } })
  one.opened.changes = true
  await expect(one.skip('changes', '')).rejects.toThrow('Not skipped.')
  await one.move('changes', 'done')
  expect([one.shows('changes'), actsOn('h').refusal?.hint]).toEqual([true, 'Say why.'])
})

it('fetches and reads again, or says why it did not', async () => {
  const { one, of } = await investigation()
  await one.loadChanges(24)
  await one.fetch('/srv/pay')
  expect(of('recent_changes').map((args) => args['hours'])).toEqual([24, 24])
  const offline = (await investigation({ fetch_changes: { code: 'offline', message: 'Not fetched.', hint: '' } })).one
  await offline.fetch('/srv/pay')
  expect([offline.repositories.refusal?.message, offline.fetching]).toEqual(['Not fetched.', null])
})
