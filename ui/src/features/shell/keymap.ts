// Which key does what in the main window. Pure, so that the whole map can be tested as a table.
import { withControl, type Press } from '../../kit/press'

export type Action =
  | { do: 'declare' }
  | { do: 'pane'; number: number }
  | { do: 'incident'; step: 1 | -1 }
  | { do: 'menu' }
  | { do: 'region'; step: 1 | -1 }
  | { do: 'advance' }
  | { do: 'next' }
  | { do: 'log' }
  | { do: 'primary' }
  | { do: 'mend' }
  | { do: 'hold' }
  | { do: 'channel' }
  | { do: 'security'; isOne: boolean }
  | { do: 'timeline' }
  | { do: 'title' }
  | { do: 'quit' }
  | { do: 'escape' }

export function actionOf(press: Press): Action | null {
  if (withControl(press)) return press.altKey ? null : press.shiftKey ? shifted(press.key) : controlled(press.key)
  if (press.altKey) return press.shiftKey ? null : alternated(press.key)
  return plain(press)
}

const CONTROLLED: Record<string, Action> = {
  n: { do: 'declare' },
  k: { do: 'menu' },
  '.': { do: 'advance' },
  j: { do: 'next' },
  l: { do: 'log' },
  t: { do: 'timeline' },
  q: { do: 'quit' },
  enter: { do: 'primary' },
}

const controlled = (key: string): Action | null =>
  /^[1-9]$/.test(key) ? { do: 'pane', number: Number(key) } : (CONTROLLED[key.toLowerCase()] ?? null)

const shifted = (key: string): Action | null => (key.toLowerCase() === 'c' ? { do: 'channel' } : null)

function alternated(key: string): Action | null {
  if (key === 'ArrowUp') return { do: 'incident', step: -1 }
  return key === 'ArrowDown' ? { do: 'incident', step: 1 } : null
}

function plain(press: Press): Action | null {
  if (press.key === 'F6') return { do: 'region', step: press.shiftKey ? -1 : 1 }
  if (press.key === 'F2') return { do: 'title' }
  if (press.key === 'F9') return { do: 'security', isOne: !press.shiftKey }
  if (press.key === 'F8') return { do: press.shiftKey ? 'hold' : 'mend' }
  return press.key === 'Escape' ? { do: 'escape' } : null
}
