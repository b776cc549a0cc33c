import { mockIPC } from '@tauri-apps/api/mocks'
import { beforeEach, expect, it } from 'vitest'
import type { FiguresView } from '../../ipc/bindings/FiguresView'
import { place } from '../../state/place.svelte'
import { FiguresScreen } from './figures.svelte'
import { tablesOf } from './tables'

const heading = (text: string) => ({ text, aside: null })
const severity = (severity: string | null, incidents: string[]) => ({
  severity,
  name: severity ?? 'All',
  count: incidents.length,
  time_in: '1 h',
  median: null,
  incidents,
})
const week = (monday: string, incidents: string[]) => ({
  monday,
  severities: [{ severity: 'P1', incidents }],
  total: incidents.length,
})
const services = Array.from({ length: 7 }, (_, at) => ({ service: `s${at}`, count: 7 - at, severe: 0, incidents: ['a'] }))

const VIEW = {
  weeks_per_bar: 2,
  figures: {
    incidents: {
      heading: heading('3 incidents'),
      weeks: [week('2026-08-31', ['a']), week('2026-09-07', ['b']), week('2026-09-14', ['c'])],
      severities: [severity('P0', []), severity('P1', ['a', 'b'])],
      all: severity(null, ['a', 'b', 'c']),
    },
    times: {
      heading: heading('41 min to mitigate'),
      rows: [{ label: 'Mitigate', median: '41 min', p90: null, counted: 2, without: 1, incidents: ['a', 'b'], incidents_without: ['c'] }],
    },
    updates: { heading: heading('None due'), rows: [] },
    actions: { heading: heading('None due'), rows: [] },
    services: { heading: heading('s0 leads'), rows: services, without: 1, incidents_without: ['c'] },
    detection: { heading: heading(''), rows: [] },
    reviews: { heading: heading(''), on_time: 0, of: 0, late_now: 0, incidents: [], incidents_late: [] },
    causes: { heading: heading(''), rows: [], without: 0, incidents_without: [] },
    night: { heading: heading(''), zone: 'UTC', nights: [] },
  },
} as unknown as FiguresView

let calls: [string, unknown][]

beforeEach(() => {
  calls = []
  place.quiet()
  mockIPC((name, args) => {
    calls.push([name, args])
    if (name === 'figures_csv') return 'csv'
    return name === 'figures' ? VIEW : null
  })
})

async function shown(): Promise<FiguresScreen> {
  const figures = new FiguresScreen()
  await figures.load()
  return figures
}

const used = (figures: FiguresScreen) => `${figures.table?.id} ${figures.at}`

it('makes a bar of as many weeks as the chart does', () => {
  const [weeks] = tablesOf(VIEW)
  expect(weeks!.rows.map(({ behind }) => behind.handles)).toEqual([['a', 'b'], ['c']])
})

it('counts those without a milestone apart, with the incidents behind them', () => {
  const times = tablesOf(VIEW).find(({ id }) => id === 'times')!
  expect(times.rows[0]!.cells.map(({ text }) => text)).toEqual(['41 min', '–', '2', '1'])
  expect(times.rows[0]!.cells[3]!.behind?.handles).toEqual(['c'])
  expect(times.rows[0]!.behind.handles).toEqual(['a', 'b'])
})

it('has a last row for what names nothing', () => {
  const table = tablesOf(VIEW).find(({ id }) => id === 'services')!
  expect(table.rows.at(-1)).toMatchObject({ label: 'No service named', behind: { handles: ['c'] } })
})

it('walks rows from table to table and skips what is empty', async () => {
  const figures = await shown()
  expect(used(figures)).toBe('severities 0')
  Array.from({ length: 3 }, () => figures.step(1))
  expect(used(figures)).toBe('times 0')
  figures.step(1)
  expect(used(figures), 'neither updates nor actions have a row').toBe('services 0')
  figures.step(-1)
  figures.step(-1)
  expect(used(figures), 'upwards the last row is next').toBe('severities 2')
})

it('walks the bars of the chart to the left and right', async () => {
  const figures = await shown()
  figures.step(-1)
  expect(used(figures), 'the newest bar').toBe('weeks 1')
  figures.go(-1)
  figures.go(-1)
  expect(used(figures)).toBe('weeks 0')
  figures.openUsed()
  expect(place.screen).toEqual({
    at: 'history',
    tab: 'incidents',
    asked: { handles: ['a', 'b'], about: '2 weeks from 2026-08-31' },
  })
})

it('opens the incidents behind a row, and nothing behind none', async () => {
  const figures = await shown()
  figures.openUsed()
  expect(place.screen.at).toBe('quiet')
  figures.step(1)
  figures.openUsed()
  expect(place.screen).toMatchObject({ asked: { handles: ['a', 'b'], about: 'Worst was P1' } })
})

it('opens those that a row counts apart', async () => {
  const figures = await shown()
  figures.use('times', 0)
  figures.openApart()
  expect(place.screen).toMatchObject({ asked: { handles: ['c'], about: 'Without “Mitigate”' } })
})

it('cuts a long table until all of it is asked for', async () => {
  const figures = await shown()
  const table = figures.tables.find(({ id }) => id === 'services')!
  expect(figures.rowsOf(table).length).toBe(5)
  figures.showAll('services')
  expect(figures.rowsOf(table).length).toBe(8)
})

it('copies the table in use', async () => {
  const figures = await shown()
  figures.use('times', 0)
  await figures.copy()
  expect(calls.find(([name]) => name === 'figures_csv')?.[1]).toMatchObject({ table: 'times', input: { service: null } })
  expect(calls.find(([name]) => name === 'copy_text')?.[1]).toEqual({ text: 'csv' })
})
