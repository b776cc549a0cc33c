import { mockIPC } from '@tauri-apps/api/mocks'
import { expect, it } from 'vitest'
import { Attempt } from './attempt.svelte'
import { Draft } from './draft.svelte'

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
  const draft = new Draft<string>(new Attempt(), 'declare', '')
  await draft.load()
  expect(draft.value).toBe('P1 Payments')
})

it('keeps what is typed while the draft is on its way', async () => {
  store({ quick: 'rolled back' })
  const draft = new Draft<string>(new Attempt(), 'quick', '')
  const loading = draft.load()
  draft.set('to v312')
  await loading
  expect(draft.value).toBe('rolled back to v312')
})

it('ends with the newest text, however slow saving is', async () => {
  let release!: () => void
  const held = new Promise<void>((resolve) => (release = resolve))
  const saved = store({}, () => held)
  const draft = new Draft<string>(new Attempt(), 'quick', '')
  for (const text of ['a', 'ab', 'abc']) draft.set(text)
  release()
  await expect.poll(() => saved.quick).toBe('abc')
})

it('takes away only what was committed', () => {
  store({})
  const draft = new Draft<string>(new Attempt(), 'quick', '')
  draft.set('first and more')
  draft.committed('first')
  expect(draft.value).toBe('and more')
})

it.each([
  ['', { line: '' }],
  ['P1 x', { line: '' }],
  ['{"line":"P1 x"}', { line: 'P1 x', started: '' }],
])('reads anything that is not a draft as none: %s', async (kept, fields) => {
  store({ declare: kept })
  const draft = new Draft<object>(new Attempt(), 'declare', Object.fromEntries(Object.keys(fields).map((field) => [field, ''])))
  await draft.load()
  expect(draft.value).toEqual(fields)
})

it('keeps field by field what is typed while the draft is on its way', async () => {
  store({ declare: '{"line":"P1 x","started":"-5m"}' })
  const draft = new Draft(new Attempt(), 'declare', { line: '', started: '', impact: '' })
  const loading = draft.load()
  draft.set({ line: 'P0 y', started: '', impact: '' })
  await loading
  expect(draft.value).toEqual({ line: 'P0 y', started: '-5m', impact: '' })
})

it('leaves a text over a recorded one whole when more was typed than was recorded', () => {
  store({})
  const draft = new Draft<string | null>(new Attempt(), 'triage', null)
  draft.set('all users, cards')
  draft.committed('all users')
  expect(draft.value).toBe('all users, cards')
  draft.committed('all users, cards')
  expect([draft.value, draft.written]).toEqual([null, false])
})

it('says that it could not be kept, and that it is again', async () => {
  const owner = new Attempt()
  let full = true
  mockIPC((name) => {
    if (name === 'save_draft' && full) throw { code: 'storage', message: 'The disk is full.', hint: 'Make room.' }
    return ''
  })
  const draft = new Draft<string>(owner, 'quick', '')

  await draft.set('rolled back')
  expect([draft.value, owner.refusal?.message]).toEqual(['rolled back', 'What you type is not kept on disk: it is lost if Sitrep closes.'])

  full = false
  await draft.set('rolled back to v312')
  expect(owner.refusal).toBeNull()
})
