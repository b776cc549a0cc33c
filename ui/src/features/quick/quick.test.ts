import { emit } from '@tauri-apps/api/event'
import { mockIPC } from '@tauri-apps/api/mocks'
import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, it } from 'vitest'
import QuickEntry from './QuickEntry.svelte'

type Answer = (args: Record<string, unknown>) => unknown
let app: ReturnType<typeof mount> | null = null

const opening = { practice: false, asked: false, aim: { to: 'running', handle: 'h' } }
const done = {
  handle: 'h',
  severity: 'P1',
  title: 'Payments failing',
  message: 'Logged at 14:38 UTC',
  declared: false,
  entry: 'e',
  removed: null,
  security: null,
}

const preview = (line: string) => ({
  time: '14:38 UTC',
  elsewhere: /CET$/.test(line) ? '15:38 +01:00' : null,
  ago: '4 min ago',
  time_token: /-4m$/.test(line) ? '-4m' : null,
  what: 'Note',
  kind: 'note',
  ready: true,
  target: { handle: 'h', severity: 'P1', title: 'Payments failing', position: 1, of: 1 },
  aim: { to: 'running', handle: 'h' },
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
      if (name === 'preview_quick_entry') return { ...preview((args as { line: string }).line), aim: (args as { aim: unknown }).aim }
      if (name === 'quick_opening') return opening
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

it('shows the other zone beside the time, where there is another', async () => {
  const { input } = await open({})
  const elsewhere = () => document.querySelector('[data-testid=quick-elsewhere]')?.textContent
  await expect.poll(() => document.querySelector('.time')?.textContent).toBe('14:38 UTC')
  expect(elsewhere()).toBeUndefined()
  type(input, 'rolled back @15:38 CET')
  await expect.poll(elsewhere).toBe('15:38 +01:00')
})

it('goes away only once the line is recorded', async () => {
  let recorded!: (done: unknown) => void
  const { calls, input } = await open({ submit_quick_entry: () => new Promise((resolve) => (recorded = resolve)) })
  type(input, 'rolled back')
  press(input, 'Enter')
  await expect.poll(() => calls).toContain('submit_quick_entry')
  expect(input.value).toBe('rolled back')
  expect(calls).not.toContain('hide_quick_entry')
  recorded(done)
  await expect.poll(() => document.querySelector('[data-testid=quick-sign]')?.textContent).toContain('Payments failing')
  expect(calls, 'where it went is seen first').not.toContain('hide_quick_entry')
  await expect.poll(() => calls, { timeout: 3000 }).toContain('hide_quick_entry')
  expect(input.value).toBe('')
})

it('stays open with Ctrl+Enter', async () => {
  const { calls, input } = await open({ submit_quick_entry: () => done })
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

const search = { handle: 'other', severity: 'P2', title: 'Search', position: 2, of: 2 }

it('goes to the next incident with Tab and stays there while typing goes on', async () => {
  const aims: unknown[] = []
  const { input } = await open({
    next_quick_target: () => search,
    submit_quick_entry: ({ aim }) => (aims.push(aim), { ...done, handle: 'other' }),
  })
  type(input, 'saw')
  press(input, 'Tab')
  type(input, 'saw it')
  press(input, 'Enter')
  await expect.poll(() => aims).toEqual([{ to: 'running', handle: 'other' }])
})

it('goes where it was shown to go, though a newer answer says otherwise', async () => {
  const aims: unknown[] = []
  const { input } = await open({
    preview_quick_entry: ({ line }) => ({ ...preview(line as string), target: search, aim: { to: 'running', handle: 'other' } }),
    submit_quick_entry: ({ aim }) => (aims.push(aim), done),
  })
  type(input, 'saw it #sea')
  await expect.poll(() => document.body.textContent).toContain('Search')
  press(input, 'Enter')
  await expect.poll(() => aims).toEqual([{ to: 'running', handle: 'other' }])
})

it('waits until it is settled where a line goes', async () => {
  let settle!: (opening: unknown) => void
  const aims: unknown[] = []
  const asked: string[] = []
  const answers: Record<string, Answer> = {
    quick_opening: () => (asked.push('asked'), new Promise((resolve) => (settle = resolve))),
    submit_quick_entry: ({ aim }) => (aims.push(aim), done),
  }
  const opened = open(answers)
  await expect.poll(() => asked.length).toBe(1)
  const input = document.querySelector<HTMLInputElement>('#quick-input')!
  type(input, 'saw it')
  press(input, 'Enter')
  expect(aims).toEqual([])
  settle(opening)
  await opened
  await expect.poll(() => aims).toEqual([{ to: 'running', handle: 'h' }])
})

it('keeps the incident that was chosen with the draft, and gives way to one that is asked for', async () => {
  const drafts: Record<string, string> = { quick: 'half a thought', 'quick:target': 'other' }
  const aims: unknown[] = []
  const load: Answer = ({ key }) => drafts[key as string] ?? ''
  const see: Answer = ({ line, aim }) => (aims.push(aim), preview(line as string))
  await open({ load_draft: load, preview_quick_entry: see })
  expect(aims.at(-1)).toEqual({ to: 'running', handle: 'other' })
  await unmount(app!)

  await open({ load_draft: load, preview_quick_entry: see, quick_opening: () => ({ ...opening, asked: true }) })
  expect(aims.at(-1)).toEqual({ to: 'running', handle: 'h' })
})

it('says loudly that it is practice', async () => {
  await open({ quick_opening: () => ({ ...opening, practice: true }) })
  await expect.poll(() => document.querySelector('[data-testid=quick-practice]')?.textContent).toContain('Practice')
})

it('takes back exactly what it logged, and brings it back', async () => {
  const asked: unknown[] = []
  const { input } = await open({
    submit_quick_entry: () => done,
    remove_entry: (args) => (asked.push(args), null),
    restore_entry: (args) => (asked.push(['back', args]), null),
  })
  type(input, 'rolled back')
  press(input, 'Enter', true)
  await expect.poll(() => document.body.textContent).toContain('Logged at 14:38 UTC')
  press(input, 'z', true)
  await expect.poll(() => document.querySelector('[data-testid=quick-undone]')?.textContent).toContain('Taken back from P1 Payments')
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Z', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }))
  await expect.poll(() => asked).toEqual([{ handle: 'h', id: 'e' }, ['back', { handle: 'h', id: 'e' }]])
})

it('keeps the draft on Esc', async () => {
  const saved: unknown[] = []
  const { calls, input } = await open({ save_draft: ({ text }) => (saved.push(text), null) })
  type(input, 'not yet')
  press(input, 'Escape')
  await expect.poll(() => calls).toContain('hide_quick_entry')
  expect(saved.at(-1)).toBe('not yet')
})

it('says loudly that the keyboard is elsewhere, until it is here', async () => {
  await open({})
  expect(document.querySelector('[data-testid=keyboard-elsewhere]')).toBeNull()

  await emit('keyboard_elsewhere', true)
  await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('still with the program behind')

  await emit('keyboard_elsewhere', false)
  await expect.poll(() => document.querySelector('[data-testid=keyboard-elsewhere]')).toBeNull()
})

it('asks once whether it is a security matter, and one key answers', async () => {
  const asked = { ...done, security: { handle: 'h', words: 'leaked', certain: false } }
  const answers: unknown[] = []
  const { calls, input } = await open({ submit_quick_entry: () => asked, answer_security: (args) => void answers.push(args) })
  type(input, 'an export may have leaked')
  press(input, 'F9')
  press(input, 'Enter')
  await expect.poll(() => document.querySelector('[data-testid=quick-security]')?.textContent).toContain('Is it a security matter?')
  press(input, 'F9')
  press(input, 'F9')
  await expect.poll(() => document.querySelector('[data-testid=quick-sign]')?.textContent).toContain('P0')
  expect(answers, 'a press before it was asked, and one after it was answered, mean nothing').toEqual([
    { handle: 'h', confirmed: true, reason: null, about: 'leaked' },
  ])
  await expect.poll(() => calls, { timeout: 3000 }).toContain('hide_quick_entry')
})

it('says what was removed, and one key keeps it as it was typed', async () => {
  const removed = { ...done, removed: 'GitHub token removed: it reads (removed) now.' }
  const kept: unknown[] = []
  const { calls, input } = await open({ submit_quick_entry: () => removed, keep_entry_as_typed: (args) => void kept.push(args) })
  type(input, 'a token')
  press(input, 'Enter')
  await expect.poll(() => document.querySelector('[data-testid=quick-removed]')?.textContent).toContain('GitHub token removed')
  expect(calls, 'it stays until that was read').not.toContain('hide_quick_entry')
  press(input, 'F8')
  await expect.poll(() => document.querySelector('[data-testid=quick-sign]')?.textContent).toContain('Kept as typed')
  press(input, 'F8')
  expect(kept).toEqual([{ handle: 'h', id: 'e' }])
  await expect.poll(() => calls, { timeout: 3000 }).toContain('hide_quick_entry')
})

it('takes no letter of what is typed once the line is logged', async () => {
  const { calls, input } = await open({ submit_quick_entry: () => done })
  type(input, 'rolled back')
  press(input, 'Enter')
  await expect.poll(() => document.querySelector('[data-testid=quick-sign]')).toBeTruthy()
  const letter = new KeyboardEvent('keydown', { key: 'k', bubbles: true, cancelable: true })
  input.dispatchEvent(letter)
  expect(letter.defaultPrevented, 'it is meant for the program behind').toBe(true)
  await expect.poll(() => calls).toContain('hide_quick_entry')
  expect(input.value).toBe('')
  expect(calls.filter((name) => name === 'submit_quick_entry')).toHaveLength(1)
})

it('stays aimed where it is when its key is pressed again', async () => {
  const other = { handle: 'other', severity: 'P2', title: 'Search', position: 2, of: 2 }
  const aims: unknown[] = []
  const { input } = await open({
    next_quick_target: () => other,
    preview_quick_entry: (args) => {
      aims.push((args as { aim: unknown }).aim)
      return { ...preview(''), aim: (args as { aim: unknown }).aim }
    },
  })
  press(input, 'Tab')
  await expect.poll(() => aims.at(-1)).toEqual({ to: 'running', handle: 'other' })
  const before = aims.length
  await emit('quick_entry_shown', null)
  await expect.poll(() => aims.length).toBeGreaterThan(before)
  expect(aims.at(-1)).toEqual({ to: 'running', handle: 'other' })
})
