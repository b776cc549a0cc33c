import type { SearchInput } from '../../ipc/bindings/SearchInput'
import type { SearchResults } from '../../ipc/bindings/SearchResults'
import type { SearchState } from '../../ipc/bindings/SearchState'
import type { Severity } from '../../ipc/bindings/Severity'

export type HistoryFilter = {
  severities: readonly Severity[]
  services: readonly string[]
  states: readonly SearchState[]
  people: readonly string[]
  /** As typed; empty for no end. */
  from: string
  to: string
  /** The incidents behind a figure, and what they have in common. */
  among: { handles: readonly string[]; about: string } | null
}

export const NO_FILTER: HistoryFilter = { severities: [], services: [], states: [], people: [], from: '', to: '', among: null }

export const RANGES = [
  { value: '28d', label: 'Last 4 weeks', words: 'in the last 4 weeks' },
  { value: '91d', label: 'Last 13 weeks', words: 'in the last 13 weeks' },
  { value: '365d', label: 'Last 12 months', words: 'in the last 12 months' },
]

const named = ({ from, to }: HistoryFilter) => (to ? undefined : RANGES.find(({ value }) => value === from))

/** What stands on the filter of time; nothing while it is not in use. */
export function rangeLabel(filter: HistoryFilter): string {
  const { from, to } = filter
  if (from && to) return `${from} to ${to}`
  if (to) return `Until ${to}`
  return from && (named(filter)?.label ?? `Since ${from}`)
}

export function inputOf(filter: HistoryFilter): Omit<SearchInput, 'words'> {
  const some = <T>(list: readonly T[]) => (list.length ? [...list] : undefined)
  const { severities, services, states, people, from, to, among } = filter
  return {
    handles: among ? [...among.handles] : undefined,
    severities: some(severities),
    services: some(services),
    states: some(states),
    people: some(people),
    from: from || undefined,
    to: to || undefined,
  }
}

/** Whether time is all that is filtered by. */
const isTimeAlone = (filter: HistoryFilter) =>
  rangeLabel(filter) !== '' && rangeLabel({ ...filter, from: '', to: '' }) === '' && same({ ...filter, from: '', to: '' }, NO_FILTER)

const same = (one: HistoryFilter, other: HistoryFilter) => JSON.stringify(one) === JSON.stringify(other)

export const isFiltered = (filter: HistoryFilter) => !same(filter, NO_FILTER)

/** Why nothing is shown, and what would show something. */
export type Nothing = { text: string; drop: { label: string; change: Partial<HistoryFilter> } | null }

export function nothingFound(words: string, filter: HistoryFilter, results: SearchResults): Nothing {
  const looked = words.trim()
  const others = results.without_filters
  const hits = `${others.toLocaleString('en')} ${others === 1 ? 'hit' : 'hits'}`
  if (!isFiltered(filter)) return { text: looked ? `Nothing holds “${looked}”.` : 'No incidents yet.', drop: null }
  if (!looked) return { text: 'No incident fits these filters.', drop: { label: 'Drop the filters', change: NO_FILTER } }
  if (!isTimeAlone(filter)) {
    const rest = others ? ` ${hits} without the filters.` : ' Nor does anything without the filters.'
    return { text: `Nothing that fits the filters holds “${looked}”.${rest}`, drop: { label: 'Drop the filters', change: NO_FILTER } }
  }
  const range = named(filter)?.words ?? `in that time`
  const rest = others ? ` ${hits} ${filter.to ? 'at another time' : 'before that'}` : ' Nor at any other time.'
  return {
    text: `Nothing holds “${looked}” ${range}.${rest}`,
    drop: { label: `Drop “${rangeLabel(filter)}”`, change: { from: '', to: '' } },
  }
}
