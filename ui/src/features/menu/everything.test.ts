import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { place } from '../../state/place.svelte'
import { Everything } from './everything.svelte'
import { groupsOf, marksIn } from './matching'
import type { Item } from './item'

it('searches everything for what is typed, and says how much there is of it', async () => {
  mockIPC((name) => (name === 'search' ? { in_words: '31 hits in 12 incidents', incidents: [{ handle: 'roll', title: 'Rollout' }] } : null))
  const everything = new Everything()
  expect(everything.items('  ')).toEqual([])
  expect(everything.items('rol')[0]).toMatchObject({ label: 'Search for “rol”', aside: '', keys: 'Ctrl+Enter' })

  everything.look('rol ')
  await expect.poll(() => everything.items('rol')[0]!.aside).toBe('31 hits in 12 incidents')
  expect(everything.items('roll')[0]!.aside, 'that was of other words').toBe('')
  expect([everything.incidents('rol').length, everything.incidents('roll').length]).toEqual([1, 0])

  everything.items(' rol ')[0]!.run()
  expect(place.screen).toEqual({ at: 'history', tab: 'incidents', asked: { words: 'rol' } })
})

it('marks what is typed in a label', () => {
  expect(marksIn('Assign a role: Rollback', 'ROL as')).toEqual([
    [0, 2],
    [9, 12],
  ])
  expect(marksIn('🔥 Rollout', 'roll zz')).toEqual([[2, 6]])
  expect(marksIn('Rollout', ' ')).toEqual([])
})

const item = (section: Item['section'], label: string, rest: Partial<Item> = {}): Item => ({
  section,
  label,
  aside: '',
  icon: 'note',
  run: () => undefined,
  ...rest,
})
const shown = (all: Item[], typed: string) =>
  groupsOf(all, typed).map(({ section, found }) => [section, ...found.map(({ item: { label } }) => label)])

it('shows the sections in their order, four of each, and first what Enter does', () => {
  const many = Array.from({ length: 6 }, (_, at) => item('incidents', `Rollout ${at}`))
  const all = [item('here', 'Rollback: say how it went'), item('runbooks', 'Roll back payments-api'), ...many, item('sitrep', 'Settings')]
  expect(shown(all, 'rol')).toEqual([
    ['here', 'Rollback: say how it went'],
    ['runbooks', 'Roll back payments-api'],
    ['incidents', 'Rollout 0', 'Rollout 1', 'Rollout 2', 'Rollout 3'],
  ])
})

it('finds what is meant by other words, by strewn letters and by words in any order', () => {
  const all = [item('here', 'Change severity', { also: 'raise P1' }), item('incidents', 'Image cropping slow'), item('sitrep', 'Settings')]
  expect(shown(all, 'raise')).toEqual([['here', 'Change severity']])
  expect(shown(all, 'slow image')).toEqual([['incidents', 'Image cropping slow']])
  expect(shown(all, 'setings')).toEqual([['sitrep', 'Settings']])
  expect(shown(all, 'zebra')).toEqual([])
})

it('puts a word of it before strewn letters, whichever section they are in', () => {
  const all = [item('here', 'Settle the impact in general gossip'), item('sitrep', 'Settings')]
  expect(shown(all, 'settings')[0]).toEqual(['sitrep', 'Settings'])
})
