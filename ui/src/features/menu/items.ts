import { call } from '../../ipc'
import type { IncidentClock } from '../../ipc/bindings/IncidentClock'
import type { IncidentScreen } from '../../ipc/bindings/IncidentScreen'
import type { Overview } from '../../ipc/bindings/Overview'
import { KEYS, LABELS, panesOf } from '../../state/panes'
import { actsOn } from '../../state/acts'
import { focus } from '../../state/focus.svelte'
import { place } from '../../state/place.svelte'
import { copyChannel } from '../../shared/copyChannel'
import type { Mark } from '../../shared/marked'
import { statusChange } from '../../state/statusChange.svelte'
import { doNext } from '../../shared/nextStep'
import { pendingItems } from './pendingItems'
import type { Item } from './item'

/** Everything the command menu offers here and now. */
export function items(overview: Overview | null, screen: IncidentScreen | null, clock?: IncidentClock): Item[] {
  const here = screen && place.handle ? itemsHere(overview, screen, clock) : []
  return [...incidents(overview), ...here, ...everywhere()]
}

function itemsHere(overview: Overview | null, screen: IncidentScreen, clock?: IncidentClock): Item[] {
  return [...panes(screen), ...pendingItems(screen, clock), ...steps(screen), ...merges(overview, screen)]
}

function incidents(overview: Overview | null): Item[] {
  const active = (overview?.active ?? []).map((one) => ({
    label: `${one.severity} ${one.title}`,
    group: 'Incident',
    run: () => place.open(one.handle),
  }))
  const recent = (overview?.recent ?? []).map(({ incident, ago }) => ({
    label: `${incident.severity} ${incident.title}`,
    group: `Resolved ${ago} ago`,
    run: () => place.open(incident.handle, 'review'),
  }))
  const withdrawn = (overview?.withdrawn ?? []).map((one) => ({
    label: `${one.severity} ${one.title}`,
    group: 'Withdrawn',
    run: () => place.open(one.handle),
  }))
  return [...active, ...recent, ...withdrawn]
}

function panes(screen: IncidentScreen): Item[] {
  return panesOf(screen).map((pane) => ({
    label: LABELS[pane],
    group: 'Pane',
    keys: `Ctrl+${KEYS[pane]}`,
    run: () => place.showPane(pane),
  }))
}

function steps(screen: IncidentScreen): Item[] {
  const next = screen.next_step
  const acts = actsOn(screen.summary.handle)
  const statuses = screen.steps
    .filter(({ current }) => !current)
    .map(({ status }) => ({ label: `Move to ${status}`, group: 'Status', run: () => statusChange.ask(acts, status) }))
  const roles = screen.roles.map(({ role, label }) => ({ label: `Assign ${label}`, group: 'Team', run: () => void (place.picking = role) }))
  const write = (template: string) => (place.showMessage(template), focus.ask('copy-update'))
  const messages = screen.templates.map(({ name, label }) => ({ label: `Write: ${label}`, group: 'Message', run: () => write(name) }))
  const review = screen.review
    ? [{ label: 'Add an action item', group: 'Review', run: () => (place.showPane('review'), focus.ask('action-text')) }]
    : []
  const reopen = screen.review
    ? [{ label: 'Reopen the incident', group: 'Status', run: () => statusChange.ask(acts, 'Investigating') }]
    : []
  const withdrawal = screen.withdrawn
    ? [{ label: 'Bring the incident back', group: 'Status', run: () => void acts.act('bring_back', {}) }]
    : [{ label: 'Withdraw the incident: it was none', group: 'Status', run: () => focus.ask('withdraw-reason') }]
  return [
    { label: next.text, group: 'Next step', keys: 'Ctrl+J', run: () => void doNext(acts, next.action) },
    { label: 'Log an entry', group: 'Action', keys: 'Ctrl+L', run: () => focus.ask('log-input') },
    { label: 'Paste a transcript…', group: 'Action', run: () => void (place.dialog = 'transcript') },
    { label: 'Write an update', group: 'Action', run: () => (place.showPane('updates'), focus.ask('update')) },
    { label: 'Copy channel name', group: 'Action', keys: 'Ctrl+Shift+C', run: () => void copyChannel(acts) },
    { label: 'Change the title', group: 'Action', keys: 'F2', run: () => focus.ask('title') },
    ...review,
    ...reopen,
    ...withdrawal,
    ...messages,
    ...statuses,
    ...roles,
  ]
}

function merges(overview: Overview | null, screen: IncidentScreen): Item[] {
  if (screen.withdrawn) return []
  const acts = actsOn(screen.summary.handle)
  const others = (overview?.active ?? []).filter(({ handle }) => handle !== screen.summary.handle)
  return others.map(({ handle, severity, title }) => ({
    label: `Merge into: ${severity} ${title}`,
    group: 'Status',
    run: () => void acts.act('merge', { into: handle }),
  }))
}

function everywhere(): Item[] {
  return [
    { label: 'Declare an incident', group: 'Action', keys: 'Ctrl+N', run: () => place.declare() },
    { label: 'History of all incidents', group: 'Action', run: () => place.history() },
    { label: 'Action items of all incidents', group: 'Action', run: () => place.history('actions') },
    { label: 'Figures of all incidents', group: 'Action', run: () => place.history('figures') },
    { label: 'Settings', group: 'Action', run: () => place.settings() },
    { label: 'Templates and team files', group: 'Action', run: () => (place.settings(), focus.ask('team-files')) },
    { label: 'Quit Sitrep', group: 'Action', keys: 'Ctrl+Q', run: () => void call('quit') },
  ]
}

const wordsOf = (typed: string) => typed.toLowerCase().split(/\s+/).filter(Boolean)

/** The items that hold every word typed, in their order. */
export function matching(all: Item[], typed: string): Item[] {
  const words = wordsOf(typed)
  return all.filter(({ label, group }) => words.every((word) => `${label} ${group}`.toLowerCase().includes(word)))
}

/** Where a label has what is typed, each word once and in order. */
export function marksIn(label: string, typed: string): Mark[] {
  const lower = label.toLowerCase()
  const found = wordsOf(typed).flatMap((word): Mark[] => {
    const at = lower.indexOf(word)
    return at < 0 ? [] : [[letters(label, at), letters(label, at + word.length)]]
  })
  return found.toSorted(([one], [other]) => one - other)
}

/** How many letters there are before a place, counted as marks are. */
const letters = (label: string, place: number) => Array.from(label.slice(0, place)).length
