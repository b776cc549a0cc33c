import type { IncidentHits } from '../../ipc/bindings/IncidentHits'
import type { IncidentSummary } from '../../ipc/bindings/IncidentSummary'
import type { Overview } from '../../ipc/bindings/Overview'
import { place } from '../../state/place.svelte'
import type { Item } from './item'

type Named = Pick<IncidentSummary, 'handle' | 'title' | 'severity'>

/** Each incident once: those that go on, those that are over, and what else was found by its words. */
export function incidentItems(overview: Overview | null, found: readonly IncidentHits[]): Item[] {
  const active = (overview?.active ?? []).filter(({ handle }) => handle !== place.handle)
  const recent = (overview?.recent ?? []).map(({ incident, ago }) => item(incident, `resolved ${ago} ago`, 'review'))
  const withdrawn = (overview?.withdrawn ?? []).map((one) => item(one, 'withdrawn'))
  const known = [...active.map((one) => item(one, one.status.toLowerCase())), ...recent, ...withdrawn]
  const isKnown = ({ handle }: Named) => known.some(({ also }) => also === handle) || handle === place.handle
  const further = found.filter((one) => !isKnown(one)).map((one) => item(one, one.day, one.state === 'active' ? undefined : 'review'))
  return [...known, ...further]
}

const item = ({ handle, title, severity }: Named, aside: string, pane?: 'review'): Item => ({
  section: 'incidents',
  label: title,
  aside,
  icon: severity,
  also: handle,
  run: () => place.open(handle, pane),
})
