import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import type { SimilarIncident } from '../ipc/bindings/SimilarIncident'
import { cameBack, SeenBefore, undone } from './seenBefore.svelte'

const one = (not_done: { text: string; owner: string | null; due: string }[]) => ({ handle: 'h', not_done }) as unknown as SimilarIncident
const alert = { text: 'Alert when pool wait passes 200 ms', owner: '@kai', due: '5 d late' }

it('says in words that it came back while something is undone', () => {
  expect([cameBack(one([])), cameBack(one([alert])), cameBack(one([alert, alert]))]).toEqual([
    null,
    'It came back while its action is undone.',
    'It came back while 2 of its actions are undone.',
  ])
  expect(undone(one([alert, { ...alert, owner: null, due: 'no date' }]))).toEqual([
    'Alert when pool wait passes 200 ms, @kai, 5 d late',
    'Alert when pool wait passes 200 ms, nobody, no date',
  ])
})

it('moves nothing where the answer is the same, and keeps what it has where there is none', async () => {
  let answer: () => unknown = () => [one([alert])]
  mockIPC(() => answer())
  const seen = new SeenBefore()
  await seen.load('i')
  const shown = seen.found
  expect(shown.length).toBe(1)
  await seen.load('i')
  expect(seen.found).toBe(shown)
  answer = () => {
    throw new Error('the index is gone')
  }
  await seen.load('i')
  expect(seen.found).toBe(shown)
  answer = () => []
  await seen.load('i')
  expect(seen.found).toEqual([])
})
