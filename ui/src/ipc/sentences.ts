// What the page has to know and Rust says inside a sentence, a key or a clock. It is taken out here and nowhere else.
import type { ActionItemView } from './bindings/ActionItemView'
import type { Clocks } from './bindings/Clocks'
import type { DeadlineClock } from './bindings/DeadlineClock'
import type { StatusStep } from './bindings/StatusStep'

/** `14:42`, of the clock that shows seconds. */
export const minuteOf = ({ utc }: Clocks): string => utc.slice(0, 5)

/** `Status update`, of the words that lead to its clock. */
export const nameOf = ({ label }: DeadlineClock): string => label.replace(/ (due in|late by|in)$/, '')

/** Whether it is this item's deadline. The key names the event behind it, for two items may read the same. */
export const isAbout = ({ key }: DeadlineClock, { id }: ActionItemView): boolean => key.includes(id.replaceAll('-', ''))

/** `30-minute clock`, from `P1 asks for one every 30 minutes.` */
export function clockName(cadence: string): string {
  const every = cadence.match(/every (\d+) (minute|hour|day)s?/)
  return every ? `${every[1]}-${every[2]} clock` : 'clock'
}

/** When a status was entered; the day only where Rust names it. */
export function enteredAt({ entered }: Pick<StatusStep, 'entered'>): { day: string; time: string } | null {
  if (entered === null) return null
  const [day, time] = entered.includes(' ') ? entered.split(' ') : ['', entered]
  return { day: day!, time: time! }
}

/** A step for the desktop's settings, without the marks around its command. */
export const plainStep = (step: string): string => step.replaceAll('`', '')
