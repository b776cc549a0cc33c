import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { Draft, fields } from './drafts.svelte'

function store(saved: Record<string, string>, delay: () => Promise<void> = async () => {}) {
  mockIPC(async (name, args) => {
    await delay()
    const { key, text } = args as { key: string; text?: string }
    if (name === 'load_draft') return saved[key] ?? ''
    if (name === 'save_draft') saved[key] = text!
    return null
  })
  return saved
}

it('brings back what was typed', async () => {
  store({ declare: 'P1 Payments' })
  const draft = new Draft('declare')
  await draft.load()
  expect(draft.text).toBe('P1 Payments')
})

it('keeps what is typed while the draft is on its way', async () => {
  store({ quick: 'rolled back' })
  const draft = new Draft('quick')
  const loading = draft.load()
  draft.set('to v312')
  await loading
  expect(draft.text).toBe('rolled back to v312')
})

it('ends with the newest text, however slow saving is', async () => {
  let release!: () => void
  const held = new Promise<void>((resolve) => (release = resolve))
  const saved = store({}, () => held)
  const draft = new Draft('quick')
  for (const text of ['a', 'ab', 'abc']) draft.set(text)
  release()
  await expect.poll(() => saved.quick).toBe('abc')
})

it('takes away only what was committed', () => {
  store({})
  const draft = new Draft('quick')
  draft.set('first and more')
  draft.committed('first')
  expect(draft.text).toBe('and more')
})

it('reads anything that is not a draft as none', () => {
  expect(fields('', { line: '' })).toEqual({ line: '' })
  expect(fields('P1 x', { line: '' })).toEqual({ line: '' })
  expect(fields('{"line":"P1 x"}', { line: '', started: '' })).toEqual({ line: 'P1 x', started: '' })
})
