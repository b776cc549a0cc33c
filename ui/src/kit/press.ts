/** A key that was pressed, with what was held. */
export type Press = { key: string; ctrlKey: boolean; altKey: boolean; shiftKey: boolean; metaKey: boolean; code?: string }

/** On macOS Command does what Control does elsewhere. */
export const withControl = (press: Press) => press.ctrlKey || press.metaKey

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
