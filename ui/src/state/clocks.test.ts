import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it, vi } from 'vitest'
import { clocks } from './clocks.svelte'

it('asks for the clocks of what is drawn alone, each once', async () => {
  const asked: string[][] = []
  mockIPC((name, args) => {
    expect(name).toBe('follow_clocks')
    const { handles } = args as { handles: string[] }
    asked.push(handles)
    return { utc: '14:42:10', incidents: handles.map((handle) => ({ handle, deadlines: [] })) }
  })

  const inTheRail = clocks.draw('a')
  const inTheMiddle = clocks.draw('a')
  clocks.draw('b')
  await vi.waitFor(() => expect(clocks.of('b')).toBeDefined())
  expect(asked[0]).toEqual(['a', 'b'])

  inTheRail()
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1))
  expect(clocks.of('a')).toBeDefined()

  inTheMiddle()
  await vi.waitFor(() => expect(clocks.of('a')).toBeUndefined())
  expect(asked.at(-1)).toEqual(['b'])
})
