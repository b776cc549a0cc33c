import { mockIPC } from '@tauri-apps/api/mocks'
import { beforeEach, expect, it } from 'vitest'
import type { DeadlineClock } from '../../ipc/bindings/DeadlineClock'
import type { IncidentClock } from '../../ipc/bindings/IncidentClock'
import type { IncidentScreen } from '../../ipc/bindings/IncidentScreen'
import { incident } from '../../state/incident.svelte'
import { pendingItems } from './pendingItems'

const ITEM = '0199-aa'
let calls: [string, unknown][]

beforeEach(async () => {
  calls = []
  mockIPC((name, args) => {
    calls.push([name, args])
    return null
  })
  await incident.show('h')
  calls = []
})

const deadline = (change: Partial<DeadlineClock>): DeadlineClock => ({
  key: 'h/update/1',
  kind: 'update',
  audience: null,
  subject: null,
  label: 'Status update due in',
  short_label: 'Update due in',
  clock: '04:12',
  short_clock: '04:12',
  due: 'at 14:48 UTC',
  met_by: '',
  due_at: '',
  level: 'near',
  used_percent: 90,
  snoozed: null,
  pressing: true,
  ...change,
})

const screen = (change: object) =>
  ({
    summary: { handle: 'h' },
    actions: [],
    escalation: null,
    triage: { questions: [], reasoning: null, doubt: null },
    ...change,
  }) as unknown as IncidentScreen

const clock = (deadlines: DeadlineClock[], just_copied: string | null = null) => ({ deadlines, just_copied }) as unknown as IncidentClock

const labels = (of: IncidentScreen, at: IncidentClock) => pendingItems(of, at).map(({ label, aside }) => `${label} | ${aside}`)

it('snoozes the nearest deadline that presses, for so long or for good', async () => {
  const far = deadline({ key: 'h/review/1', kind: 'review', short_label: 'Review', level: 'late' })
  const items = pendingItems(screen({}), clock([deadline({ key: 'calm', pressing: false }), deadline({}), far]))
  expect(items.map(({ label }) => label)).toEqual(['Snooze 5 min', 'Snooze 15 min', 'Snooze 30 min', 'Snooze: none for this one'])
  expect(items[0]!.aside).toBe('Update due in 04:12')
  for (const { run } of items) run()
  await expect.poll(() => calls.filter(([name]) => name === 'snooze').length).toBe(4)
  const minutes = calls.filter(([name]) => name === 'snooze').map(([, args]) => args as { key: string; minutes: number | null })
  expect(minutes.map(({ key, minutes }) => [key, minutes])).toEqual([
    ['h/update/1', 5],
    ['h/update/1', 15],
    ['h/update/1', 30],
    ['h/update/1', null],
  ])
})

it('offers what each deadline asks for, and only what was asked', () => {
  const escalation = deadline({
    key: 'h/escalation/1',
    kind: 'escalation',
    short_label: 'To P0 in',
    pressing: false,
    snoozed: 'until 15:00 UTC',
  })
  const box = deadline({ key: 'h/timebox/1', kind: 'timebox', subject: 'Check DNS', short_label: 'Time-box due in', pressing: false })
  const asking = { escalation: { to: 'P0', asking: true, rule: '', by_itself: null, stopped: null } }
  expect(labels(screen(asking), clock([escalation, box]))).toEqual([
    'Escalate to P0 | To P0 in 04:12',
    'Close: Check DNS | Time-box due in 04:12',
    'Remind again | To P0 in 04:12',
  ])
  expect(labels(screen(asking), clock([{ ...escalation, snoozed: null }]))).toContain('Not yet | To P0 in 04:12')
  expect(labels(screen({}), clock([{ ...escalation, snoozed: null }]))).toEqual([])
})

it('silences an escalation for good only where a reason can be typed, and lets it go on by itself again', async () => {
  const escalation = deadline({ key: 'h/escalation/1', kind: 'escalation', short_label: 'To P0 in' })
  const stopped = screen({ escalation: { to: 'P0', asking: true, rule: '', by_itself: null, stopped: 'told by hand' } })
  const items = pendingItems(stopped, clock([escalation]))
  expect(items.map(({ label }) => label)).toEqual([
    'Escalate to P0',
    'Not yet',
    'Snooze 5 min',
    'Snooze 15 min',
    'Snooze 30 min',
    'Let it escalate by itself again',
  ])
  items.at(-1)?.run()
  await expect.poll(() => calls.find(([name]) => name === 'resume_automatic_escalation')?.[1]).toEqual({ handle: 'h' })
})

it('finishes the action item that the deadline is about, when two read the same', async () => {
  const actions = [
    { id: '0199-bb', open: true, text: 'Rotate' },
    { id: ITEM, open: true, text: 'Rotate' },
  ]
  const due = deadline({ key: 'h/action_item-0199aa/1', kind: 'action_item', subject: 'Rotate', short_label: 'Action item due in' })
  const done = pendingItems(screen({ actions }), clock([due])).find(({ label }) => label === 'Done: Rotate')
  done?.run()
  await expect.poll(() => calls.find(([name]) => name === 'finish_action')?.[1]).toEqual({ handle: 'h', id: ITEM })
})

it('takes a copy back and raises what is in doubt', () => {
  const triage = { questions: [], reasoning: null, doubt: { to: 'P0', why: 'The answers point to P0' } }
  expect(labels(screen({ triage }), clock([], 'copied'))).toEqual([
    'Not sent: take the last copy back | update',
    'Raise to P0 | in doubt, over-classify',
  ])
  expect(labels(screen({}), clock([]))).toEqual([])
})
