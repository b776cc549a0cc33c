import { call } from '../../ipc'
import type { IconName } from '../../kit/icons'
import { focus } from '../../state/focus.svelte'
import { place } from '../../state/place.svelte'
import { leavePractice, startPractice } from '../../state/practice'
import type { Item } from './item'

const item = (label: string, icon: IconName, run: () => void, rest: Partial<Pick<Item, 'keys' | 'also'>> = {}): Item => ({
  section: 'sitrep',
  label,
  aside: '',
  icon,
  run,
  ...rest,
})

/** What is there whichever incident is on screen. */
export const sitrepItems = (practice: boolean): Item[] => [
  item('Declare an incident', 'plus', () => place.declare(), { keys: 'Ctrl+N', also: 'new' }),
  item('History of all incidents', 'clock', () => place.history(), { also: 'past search' }),
  item('Action items of all incidents', 'check', () => place.history('actions'), { also: 'board' }),
  item('Figures of all incidents', 'severity', () => place.history('figures'), { also: 'charts insights metrics mttr' }),
  item('Runbooks', 'book', () => place.runbooks(), { also: 'library' }),
  item('Bring in a past incident…', 'tray', () => void (place.dialog = 'backfill'), { also: 'backfill import postmortem' }),
  practice
    ? item('Leave practice', 'undo', () => void leavePractice(), { also: 'drill end' })
    : item('Practise on a made-up incident', 'flag', () => void startPractice(), { also: 'practice drill try training' }),
  item('Settings', 'sliders', () => place.settings(), { also: 'hotkey preferences help' }),
  item('Templates and team files', 'document', () => (place.settings(), focus.ask('team-files')), { also: 'policy services guard' }),
  item('Quit Sitrep', 'close', () => void call('quit'), { keys: 'Ctrl+Q', also: 'exit' }),
]
