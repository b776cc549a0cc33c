/** Whether a key is pressed once and alone, and nothing has taken it. */
export const isPlain = (event: KeyboardEvent): boolean =>
  !(event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey)

/** The letter of a key pressed alone; none while text is typed or something is chosen. */
export function letterOf(event: KeyboardEvent): string | null {
  if (!isPlain(event)) return null
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [role="group"], dialog')) return null
  return event.key.length === 1 ? event.key.toLowerCase() : null
}
