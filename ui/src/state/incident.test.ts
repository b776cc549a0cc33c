import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { incident } from './incident.svelte'

it('never takes what was still being read of one incident for the screen of the next', async () => {
  const answers = new Map<string, () => void>()
  mockIPC((name, args) => {
    if (name !== 'incident_screen') return null
    const { handle } = args as { handle: string }
    return new Promise((answer) => answers.set(handle, () => answer({ summary: { handle } })))
  })
  const shown = () => incident.screen?.summary.handle

  const first = incident.show('payments')
  const second = incident.show('search')
  answers.get('payments')?.()
  await first
  expect(shown(), 'a key that is pressed now would do the next step of payments to search').toBeUndefined()

  answers.get('search')?.()
  await second
  expect(shown()).toBe('search')
})
