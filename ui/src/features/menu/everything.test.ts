import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { place } from '../../state/place.svelte'
import { Everything } from './everything.svelte'
import { marksIn } from './items'

it('searches everything for what is typed, and says how much there is of it', async () => {
  mockIPC((name) => (name === 'search' ? { in_words: '31 hits in 12 incidents' } : null))
  const everything = new Everything()
  expect(everything.items('  ')).toEqual([])
  expect(everything.items('rol')[0]).toMatchObject({ label: 'Search for “rol”', group: 'Everything written', keys: 'Ctrl+Enter' })

  everything.count('rol ')
  await expect.poll(() => everything.items('rol')[0]!.group).toBe('31 hits in 12 incidents')
  expect(everything.items('roll')[0]!.group, 'that was of other words').toBe('Everything written')

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
