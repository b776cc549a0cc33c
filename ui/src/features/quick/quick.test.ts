import { mockIPC } from '@tauri-apps/api/mocks'
import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, it } from 'vitest'
import QuickEntry from './QuickEntry.svelte'

type Answer = (args: Record<string, unknown>) => unknown
let app: ReturnType<typeof mount> | null = null

const preview = (line: string) => ({
  time: '14:38 UTC',
  ago: '4 min ago',
  time_token: /-4m$/.test(line) ? '-4m' : null,
  what: 'Note',
  kind: 'note',
  ready: true,
  target: { handle: 'h', severity: 'P1', title: 'Payments failing', position: 1, of: 1 },
  declares: false,
  problem: null,
  hint: null,
})

async function open(answers: Record<string, Answer>): Promise<{ calls: string[]; input: HTMLInputElement }> {
  const calls: string[] = []
  mockIPC(
    (name, args) => {
      calls.push(name)
      if (answers[name]) return answers[name](args as Record<string, unknown>)
      if (name === 'preview_quick_entry') return preview((args as { line: string }).line)
      return name === 'load_draft' ? '' : name === 'settings' ? { theme: 'dark' } : null
    },
    { shouldMockEvents: true },
  )
  app = mount(QuickEntry, { target: document.body })
  await expect.poll(() => calls).toContain('preview_quick_entry')
  return { calls, input: document.querySelector<HTMLInputElement>('#quick-input')! }
}

function type(input: HTMLInputElement, text: string) {
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}

const press = (input: HTMLInputElement, key: string, ctrlKey = false) =>
  input.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))

afterEach(async () => {
  if (app) await unmount(app)
  app = null
})

it('keeps the text and says why when it is refused', async () => {
  const refusal = { code: 'storage', message: 'Not logged.', hint: 'Press Enter again.' }
  const { calls, input } = await open({ submit_quick_entry: () => Promise.reject(refusal) })
  type(input, 'rolled back')
  press(input, 'Enter')
  await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('Not logged. Press Enter again.')
  expect(input.value).toBe('rolled back')
  expect(calls).not.toContain('hide_quick_entry')
})

it('goes away only once the line is recorded', async () => {
  let recorded!: (done: unknown) => void
  const { calls, input } = await open({ submit_quick_entry: () => new Promise((resolve) => (recorded = resolve)) })
  type(input, 'rolled back')
  press(input, 'Enter')
  await expect.poll(() => calls).toContain('submit_quick_entry')
  expect(input.value).toBe('rolled back')
  expect(calls).not.toContain('hide_quick_entry')
  recorded({ handle: 'h', message: 'Logged', declared: false })
  await expect.poll(() => calls).toContain('hide_quick_entry')
  expect(input.value).toBe('')
})

it('stays open with Ctrl+Enter', async () => {
  const { calls, input } = await open({ submit_quick_entry: () => ({ handle: 'h', message: 'Logged at 14:38 UTC', declared: false }) })
  type(input, 'rolled back')
  press(input, 'Enter', true)
  await expect.poll(() => document.body.textContent).toContain('Logged at 14:38 UTC')
  expect(calls).not.toContain('hide_quick_entry')
})

it('keeps what is typed before the preview has answered', async () => {
  const { input } = await open({})
  type(input, 'rolled')
  type(input, 'rolled back -4m')
  await expect.poll(() => document.querySelector('.token')?.textContent).toBe('-4m')
  expect(input.value).toBe('rolled back -4m')
})

it('goes to the next incident with Tab and stays there while typing goes on', async () => {
  const targets: unknown[] = []
  const { input } = await open({
    next_quick_target: () => ({ handle: 'other', severity: 'P2', title: 'Search', position: 2, of: 2 }),
    submit_quick_entry: ({ target }) => (targets.push(target), { handle: 'other', message: 'Logged', declared: false }),
  })
  type(input, 'saw')
  press(input, 'Tab')
  await new Promise((resolve) => setTimeout(resolve))
  type(input, 'saw it')
  press(input, 'Enter')
  await expect.poll(() => targets).toEqual(['other'])
})

it('keeps the draft on Esc', async () => {
  const saved: unknown[] = []
  const { calls, input } = await open({ save_draft: ({ text }) => (saved.push(text), null) })
  type(input, 'not yet')
  press(input, 'Escape')
  await expect.poll(() => calls).toContain('hide_quick_entry')
  expect(saved.at(-1)).toBe('not yet')
})
