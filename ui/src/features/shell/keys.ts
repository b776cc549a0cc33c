import { call } from '../../ipc'
import { actsOn } from '../../state/acts'
import { incident } from '../../state/incident.svelte'
import { overview } from '../../state/overview.svelte'
import { KEYS, panesOf } from '../../state/panes'
import { focus } from '../../state/focus.svelte'
import { submitAndTell } from '../../state/form.svelte'
import { HISTORY_TABS, place } from '../../state/place.svelte'
import { runHold, runMend, runPrimary } from '../../state/paneKeys'
import { answerSecurity } from '../../shared/answerSecurity'
import { copyChannel } from '../../shared/copyChannel'
import { statusChange } from '../../state/statusChange.svelte'
import { doNext } from '../../shared/nextStep'
import { actionOf, type Action } from './keymap'
import { HeldEnter, Once } from './once'
import { nextRegion } from './regions'

const primary = new Once()
export const held = new HeldEnter()

const MODIFIERS = ['Control', 'Meta', 'Shift', 'Alt']

/** Hears every key before anything else does. */
export function beforeKeydown(event: KeyboardEvent): void {
  focus.lapse()
  held.down(event)
  if (!MODIFIERS.includes(event.key) && actionOf(event)?.do !== 'primary') primary.release()
}

/** Hears the mouse before anything else does. */
export function beforeMouse(): void {
  focus.lapse()
  primary.release()
}

/** Keys of the main window. A dialog keeps its own. */
export function onKeydown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const action = actionOf(event)
  if (!action || (place.dialog && action.do !== 'menu' && action.do !== 'quit')) return
  // A key that is held moves on, and does nothing a second time.
  const moves = action.do === 'incident' || action.do === 'region'
  if ((event.repeat && !moves) || run(action)) event.preventDefault()
}

function run(action: Action): boolean {
  switch (action.do) {
    case 'declare':
      place.declare()
      return true
    case 'menu':
      place.dialog = place.dialog === 'menu' ? null : 'menu'
      return true
    case 'incident':
      return neighbour(action.step)
    case 'region':
      return nextRegion(action.step)
    case 'escape':
      return escape()
    case 'quit':
      void call('quit')
      return true
    case 'primary':
      primary.press(submitFormOrPane)
      return true
    case 'mend':
      return runMend()
    case 'hold':
      return runHold()
    default:
      return place.inHistory ? inHistory(action) : inIncident(action)
  }
}

function inHistory(action: Action): boolean {
  if (action.do === 'timeline') place.timelineOpen = !place.timelineOpen
  else if (action.do === 'pane' && HISTORY_TABS[action.number - 1]) place.history(HISTORY_TABS[action.number - 1])
  else return false
  return true
}

/** What a key is about is what is drawn: while another incident is still being read, that is none. */
const onScreen = () => (incident.screen?.summary.handle === place.handle ? incident.screen : null)

function inIncident(action: Action): boolean {
  const screen = onScreen()
  if (!screen) return false
  switch (action.do) {
    case 'pane': {
      const pane = panesOf(screen).find((one) => KEYS[one] === action.number)
      if (pane) place.showPane(pane)
      if (pane) focus.ask(pane === 'updates' ? 'update' : `tab-${pane}`)
      return true
    }
    case 'next':
      return next()
    case 'advance':
      return advance()
    case 'log':
      place.timelineOpen = true
      focus.ask('log-input')
      return true
    case 'timeline':
      place.timelineOpen = !place.timelineOpen
      return true
    case 'channel':
      void copyChannel(actsOn(screen.summary.handle))
      return true
    case 'security':
      return answerSecurity(actsOn(screen.summary.handle), action.isOne)
    case 'title':
      focus.ask('title')
      return true
    default:
      return false
  }
}

/** Inside a form, Ctrl+Enter is that form's own. */
function submitFormOrPane(): Promise<boolean> {
  const form = document.activeElement?.closest('form')
  return form ? submitAndTell(form) : runPrimary()
}

function next(): boolean {
  const screen = onScreen()
  if (screen) void doNext(actsOn(screen.summary.handle), screen.next_step.action)
  return screen !== null
}

function advance(): boolean {
  const screen = onScreen()
  const steps = screen?.steps ?? []
  const following = steps[steps.findIndex((step) => step.current) + 1]
  if (screen && following) statusChange.ask(actsOn(screen.summary.handle), following.status)
  return true
}

function neighbour(step: 1 | -1): boolean {
  const active = overview.now?.active ?? []
  if (active.length === 0) return false
  const here = active.findIndex((one) => one.handle === place.handle)
  const there = here < 0 ? 0 : (here + step + active.length) % active.length
  place.open(active[there]!.handle)
  return true
}

/** Close, back, then the log input. */
function escape(): boolean {
  if (statusChange.to) statusChange.close()
  else if (place.screen.at !== 'incident' && place.screen.at !== 'quiet') place.back()
  else if (place.beside) place.beside = null
  else if (place.timelineOpen && document.activeElement?.closest('[data-region="timeline"]')) place.timelineOpen = false
  else if (place.handle) focus.ask('log-input')
  else return false
  return true
}
