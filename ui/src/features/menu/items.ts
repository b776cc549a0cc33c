import type { IncidentClock } from '../../ipc/bindings/IncidentClock'
import type { IncidentScreen } from '../../ipc/bindings/IncidentScreen'
import type { Overview } from '../../ipc/bindings/Overview'
import { copyChannel } from '../../shared/copyChannel'
import { doNext } from '../../shared/nextStep'
import { actsOn, type Acts } from '../../state/acts'
import { focus } from '../../state/focus.svelte'
import { KEYS, LABELS, panesOf } from '../../state/panes'
import { place } from '../../state/place.svelte'
import { statusChange } from '../../state/statusChange.svelte'
import { here, type Item } from './item'
import { pendingItems } from './pendingItems'

/** Everything that can be done with the incident on screen, what comes next first. */
export function itemsHere(overview: Overview | null, screen: IncidentScreen, clock?: IncidentClock): Item[] {
  const acts = actsOn(screen.summary.handle)
  return [
    ...next(acts, screen),
    ...pendingItems(screen, clock),
    ...notes(acts, screen),
    ...statuses(acts, screen),
    ...people(screen),
    ...messages(screen),
    ...reviewing(screen),
    ...panes(screen),
    ...whole(acts, screen),
    ...merges(acts, overview, screen),
  ]
}

const next = (acts: Acts, { next_step: step }: IncidentScreen): Item[] => [
  here(step.text, 'next step', 'arrow', () => void doNext(acts, step.action), { keys: 'Ctrl+J' }),
]

const notes = (acts: Acts, { summary, acknowledged }: IncidentScreen): Item[] => [
  here('Log an entry', '', 'note', () => focus.ask('log-input'), { keys: 'Ctrl+L' }),
  here('Write an update', '', 'plane', () => (place.showPane('updates'), focus.ask('update'))),
  ...(acknowledged ? [] : [here('Acknowledge', 'somebody is on it', 'check', () => void acts.act('acknowledge', {}), { also: 'ack' })]),
  here('Change severity', `${summary.severity} now`, 'severity', () => focus.ask('severity-menu'), {
    also: 'raise lower escalate P0 P1 P2 P3',
  }),
  here('Paste a transcript…', 'timeline', 'list', () => void (place.dialog = 'transcript'), { also: 'import chat log entries' }),
]

function statuses(acts: Acts, screen: IncidentScreen): Item[] {
  const move = (label: string, status: Parameters<typeof statusChange.ask>[1]) =>
    here(label, 'status', 'arrow', () => statusChange.ask(acts, status))
  const steps = screen.steps.filter(({ current }) => !current).map(({ status }) => move(`Move to ${status}`, status))
  return screen.review ? [...steps, move('Reopen the incident', 'Investigating')] : steps
}

const people = ({ roles }: IncidentScreen): Item[] =>
  roles.map(({ role, label, person }) =>
    here(`Assign a role: ${label}`, person ?? 'unassigned', 'person', () => void (place.picking = role), { also: 'team' }),
  )

function messages({ templates }: IncidentScreen): Item[] {
  const write = (template: string) => (place.showMessage(template), focus.ask('copy-update'))
  return templates.map(({ name, label }) => here(`Write: ${label}`, 'message', 'plane', () => write(name), { also: 'template' }))
}

function reviewing({ review, summary }: IncidentScreen): Item[] {
  if (!review) return []
  return [
    here('Add an action item', 'review', 'check', () => (place.showPane('review'), focus.ask('action-text'))),
    here('Redacted copy of the review', 'to hand on', 'document', () => place.redacted(summary.handle), { also: 'export share publish' }),
  ]
}

const panes = (screen: IncidentScreen): Item[] =>
  panesOf(screen).map((pane) => here(LABELS[pane], 'pane', 'list', () => place.showPane(pane), { keys: `Ctrl+${KEYS[pane]}` }))

function whole(acts: Acts, { withdrawn }: IncidentScreen): Item[] {
  const withdrawal = withdrawn
    ? here('Bring the incident back', 'withdrawn', 'undo', () => void acts.act('bring_back', {}), { also: 'undo' })
    : here('Withdraw the incident: it was none', '', 'slashed', () => focus.ask('withdraw-reason'), { also: 'delete remove false alarm' })
  return [
    here('Change the title', '', 'edit', () => focus.ask('title'), { keys: 'F2', also: 'rename' }),
    here('Copy channel name', '', 'copy', () => void copyChannel(acts), { keys: 'Ctrl+Shift+C' }),
    withdrawal,
    ...(withdrawn ? [] : [here('Split off an incident…', 'what belongs to another', 'updown', () => void (place.dialog = 'split'))]),
  ]
}

function merges(acts: Acts, overview: Overview | null, screen: IncidentScreen): Item[] {
  if (screen.withdrawn) return []
  const others = (overview?.active ?? []).filter(({ handle }) => handle !== screen.summary.handle)
  return others.map(({ handle, severity, title }) =>
    here(`Merge into: ${severity} ${title}`, 'it is a part of it', 'arrow', () => void acts.act('merge', { into: handle }), {
      also: handle,
    }),
  )
}
