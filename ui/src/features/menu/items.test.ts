import { mockIPC } from '@tauri-apps/api/mocks'
import { beforeEach, expect, it } from 'vitest'
import type { IncidentScreen } from '../../ipc/bindings/IncidentScreen'
import type { IncidentSummary } from '../../ipc/bindings/IncidentSummary'
import type { Overview } from '../../ipc/bindings/Overview'
import { place } from '../../state/place.svelte'
import { itemsHere } from './items'

let calls: [string, unknown][]

beforeEach(() => {
  calls = []
  mockIPC((name, args) => {
    calls.push([name, args])
    return null
  })
  place.open('here')
})

const summary = (handle: string) => ({ handle, title: `Title of ${handle}`, severity: 'P2' }) as IncidentSummary
const overview = { active: [summary('here'), summary('other')], recent: [], withdrawn: [] } as unknown as Overview
const screenOf = (withdrawn: object | null) =>
  ({
    summary: summary('here'),
    withdrawn,
    steps: [],
    roles: [],
    templates: [],
    actions: [],
    notify: [],
    checklist: [],
    triage: { doubt: null, impact: [] },
    updates: [],
    verification: null,
    escalation: null,
    security_question: null,
    review: null,
    next_step: { text: 'Log', action: { act: 'log' } },
  }) as unknown as IncidentScreen

const merges = (screen: IncidentScreen) => itemsHere(overview, screen).filter(({ label }) => label.startsWith('Merge into'))

it('offers to merge into each other one that goes on', async () => {
  const [only, ...more] = merges(screenOf(null))
  expect([only?.label, more.length]).toEqual(['Merge into: P2 Title of other', 0])
  only?.run()
  await Promise.resolve()
  expect(calls.find(([name]) => name === 'merge')?.[1]).toMatchObject({ handle: 'here', into: 'other' })
})

it('offers none for what is withdrawn', () => {
  expect(merges(screenOf({ line: 'Withdrawn', into: null, owed: null }))).toEqual([])
})
