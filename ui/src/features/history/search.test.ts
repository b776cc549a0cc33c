import { mockIPC } from '@tauri-apps/api/mocks'
import { beforeEach, expect, it } from 'vitest'
import type { IncidentHits } from '../../ipc/bindings/IncidentHits'
import type { SearchHit } from '../../ipc/bindings/SearchHit'
import type { SearchInput } from '../../ipc/bindings/SearchInput'
import type { SearchResults } from '../../ipc/bindings/SearchResults'
import { focus } from '../../state/focus.svelte'
import { place } from '../../state/place.svelte'
import { nothingFound, NO_FILTER, rangeLabel } from './filter'
import { HistorySearch } from './search.svelte'

let inputs: SearchInput[]

const hit = (id: string, text = 'the pool') => ({ id, text, kind: 'note', hits: [[4, 8]] }) as unknown as SearchHit
const incident = (handle: string, hits: SearchHit[], hits_total = hits.length) =>
  ({ handle, title: handle, hits, hits_total, resolved_at: null }) as unknown as IncidentHits

/** Incidents `i0`, `i1`, … each with two of its three hits. */
function answer({ words, skip = 0, incidents = 20 }: SearchInput, total: number): SearchResults {
  const shown = Array.from({ length: Math.max(0, Math.min(incidents, total - skip)) }, (_, at) => `i${skip + at}`)
  const hits = (handle: string) => (words ? [hit(`${handle}-a`), hit(`${handle}-b`)] : [])
  return {
    incidents: shown.map((handle) => incident(handle, hits(handle), words ? 3 : 0)),
    incidents_total: total,
    coverage: { percent: 100, is_done: true },
  } as unknown as SearchResults
}

function searching(total: number): HistorySearch {
  mockIPC((name, args) => {
    if (name === 'search_hits') return ['a', 'b', 'c'].map((one) => hit(`${(args as { handle: string }).handle}-${one}`))
    if (name !== 'search') return null
    const { input } = args as { input: SearchInput }
    inputs.push(input)
    return answer(input, total)
  })
  return new HistorySearch()
}

const keys = (search: HistorySearch) => search.rows.map(({ key }) => key)

beforeEach(() => {
  inputs = []
  place.quiet()
  focus.lapse()
})

it('walks the incidents, and the hits once something is looked for', async () => {
  const search = searching(2)
  await search.load()
  expect(keys(search)).toEqual(['i0 ', 'i1 '])
  await search.type('pool')
  expect(keys(search)).toEqual(['i0 i0-a', 'i0 i0-b', 'i1 i1-a', 'i1 i1-b'])
  await search.step(1)
  await search.step(1)
  expect(search.row?.key).toBe('i1 i1-a')
  await search.step(-9)
  expect(search.row?.key).toBe('i0 i0-a')
  await search.step(99)
  expect(search.row?.key).toBe('i1 i1-b')
})

it('shows every hit of the incident in use, and forgets that with other words', async () => {
  const search = searching(2)
  await search.type('pool')
  await search.step(1)
  expect(search.hiddenOf(search.incidents[0]!)).toBe(1)
  await search.expand()
  expect(keys(search).slice(0, 4)).toEqual(['i0 i0-a', 'i0 i0-b', 'i0 i0-c', 'i1 i1-a'])
  expect(search.row?.key, 'the row in use stays').toBe('i0 i0-b')
  expect(search.hiddenOf(search.incidents[0]!)).toBe(0)
  await search.type('pools')
  expect(keys(search)[2]).toBe('i1 i1-a')
  expect(search.row?.key, 'other words begin at the top').toBe('i0 i0-a')
})

it('gives the next incidents to whoever comes to the end, and asks again for as many as are shown', async () => {
  const search = searching(45)
  await search.load()
  expect(search.rows.length).toBe(20)
  await search.step(19)
  expect(inputs.at(-1)).toMatchObject({ skip: 20, incidents: 20 })
  expect(search.rows.length).toBe(40)
  await search.loadMore()
  expect(search.rows.map(({ incident }) => incident.handle).at(-1)).toBe('i44')
  const asked = inputs.length
  await search.loadMore()
  expect(inputs.length, 'there is no more').toBe(asked)
  await search.load()
  expect(inputs.at(-1)).toMatchObject({ incidents: 45 })
  expect(search.rows.length, 'news loses nobody').toBe(45)
})

it('drops an answer about older words', async () => {
  const search = searching(1)
  const typed = ['p', 'po', 'pool'].map((words) => search.type(words))
  await Promise.all(typed)
  expect(inputs.map(({ words }) => words)).toEqual(['p', 'pool'])
  expect(search.looksFor && search.rows.length).toBe(2)
})

it('opens an incident at its entry, and a closed one at its review', async () => {
  const search = searching(1)
  await search.type('pool')
  search.open(search.row!)
  expect([place.handle, focus.wanted, place.timelineOpen]).toEqual(['i0', 'entry-i0-a', true])
  place.quiet()
  focus.lapse()
  search.open({ key: '', hit: null, incident: { ...incident('i1', []), resolved_at: '2026-11-23T15:26:00Z' } })
  expect([place.handle, place.pane, focus.wanted]).toEqual(['i1', 'review', null])
})

it('is opened with the incidents behind a figure, or with words, and else stays as it was left', async () => {
  const search = searching(1)
  await search.show({ severities: ['P1'] })
  search.take({ handles: ['a', 'b'], about: 'Mitigate' })
  await expect.poll(() => inputs.at(-1)?.handles).toEqual(['a', 'b'])
  expect(inputs.at(-1)?.severities, 'a filter of before would hide some of them').toBeUndefined()
  search.take({ words: 'pool' })
  await expect.poll(() => inputs.at(-1)).toMatchObject({ words: 'pool', handles: undefined })
  search.take(null)
  expect(search.words).toBe('pool')
})

it('marks an entry of the timeline only where it reads as its hit', async () => {
  const search = searching(1)
  await search.type('pool')
  expect(search.marksOf('i0-a', 'the pool')).toEqual([[4, 8]])
  expect(search.marksOf('i0-a', 'a longer text with the pool in it')).toEqual([])
  expect(search.marksOf('other', 'the pool')).toEqual([])
})

it('says what is in the way where nothing is found', () => {
  const results = (without_filters: number) => ({ without_filters }) as SearchResults
  const year = { ...NO_FILTER, from: '365d' }
  expect(nothingFound(' pool ', year, results(3))).toEqual({
    text: 'Nothing holds “pool” in the last 12 months. 3 hits before that',
    drop: { label: 'Drop “Last 12 months”', change: { from: '', to: '' } },
  })
  expect(nothingFound('pool', year, results(0)).text).toBe('Nothing holds “pool” in the last 12 months. Nor at any other time.')
  expect(nothingFound('pool', { ...year, severities: ['P0'] }, results(1)).text).toBe(
    'Nothing that fits the filters holds “pool”. 1 hit without the filters.',
  )
  expect(nothingFound('pool', NO_FILTER, results(0))).toEqual({ text: 'Nothing holds “pool”.', drop: null })
  expect(nothingFound('', NO_FILTER, results(0)).text).toBe('No incidents yet.')
})

it('names a time as it was chosen', () => {
  const label = (from: string, to = '') => rangeLabel({ ...NO_FILTER, from, to })
  expect([label(''), label('91d'), label('2026-08'), label('', '2026-09'), label('2026-08', '2026-09')]).toEqual([
    '',
    'Last 13 weeks',
    'Since 2026-08',
    'Until 2026-09',
    '2026-08 to 2026-09',
  ])
})
