// Which key does what in the main window. Pure, so that the whole map can be tested as a table.
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
  | { do: 'channel' }
  | { do: 'timeline' }
  | { do: 'title' }
  | { do: 'quit' }
  | { do: 'escape' }

export type Press = { key: string; ctrlKey: boolean; altKey: boolean; shiftKey: boolean; metaKey: boolean; code?: string }

/** On macOS Command does what Control does elsewhere. */
const withControl = (press: Press) => press.ctrlKey || press.metaKey

export function actionOf(press: Press): Action | null {
  if (withControl(press)) return press.altKey ? null : press.shiftKey ? shifted(press.key) : controlled(press.key)
  if (press.altKey) return press.shiftKey ? null : alternated(press.key)
  return plain(press)
}

function controlled(key: string): Action | null {
  if (/^[1-9]$/.test(key)) return { do: 'pane', number: Number(key) }
  switch (key.toLowerCase()) {
    case 'n':
      return { do: 'declare' }
    case 'k':
      return { do: 'menu' }
    case '.':
      return { do: 'advance' }
    case 'j':
      return { do: 'next' }
    case 'l':
      return { do: 'log' }
    case 't':
      return { do: 'timeline' }
    case 'q':
      return { do: 'quit' }
    case 'enter':
      return { do: 'primary' }
    default:
      return null
  }
}

const shifted = (key: string): Action | null => (key.toLowerCase() === 'c' ? { do: 'channel' } : null)

function alternated(key: string): Action | null {
  if (key === 'ArrowUp') return { do: 'incident', step: -1 }
  return key === 'ArrowDown' ? { do: 'incident', step: 1 } : null
}

function plain(press: Press): Action | null {
  if (press.key === 'F6') return { do: 'region', step: press.shiftKey ? -1 : 1 }
  if (press.key === 'F2') return { do: 'title' }
  if (press.key === 'F8') return { do: 'mend' }
  return press.key === 'Escape' ? { do: 'escape' } : null
}

/** The severity that Alt+0..3 chooses while declaring. */
export function severityOf(press: Press): 'P0' | 'P1' | 'P2' | 'P3' | null {
  // By place on the keyboard: Option with a digit types another sign on macOS.
  const digit = press.code?.match(/^Digit([0-3])$/)?.[1] ?? press.key
  if (!press.altKey || withControl(press) || !/^[0-3]$/.test(digit)) return null
  return `P${digit}` as 'P0' | 'P1' | 'P2' | 'P3'
}

const NAMES: Record<string, string> = { ' ': 'Space', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' }

/** A pressed chord as it is written, such as `Ctrl+Alt+Space`; none while only modifiers are down or without any. */
export function chordOf(press: Press): string | null {
  if (['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'Dead'].includes(press.key)) return null
  const modifiers = [press.ctrlKey && 'Ctrl', press.altKey && 'Alt', press.shiftKey && 'Shift', press.metaKey && 'Super'].filter(Boolean)
  if (modifiers.length === 0) return null
  // A global hotkey goes by the key's place, so what Shift or Option would type does not matter.
  const placed = press.code?.match(/^(?:Key([A-Z])|Digit(\d))$/)
  const key = placed?.[1] ?? placed?.[2] ?? NAMES[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key)
  return [...modifiers, key].join('+')
}
