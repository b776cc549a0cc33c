/** The letter of a key pressed alone; none while text is typed or something is chosen. */
export function letterOf(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return null
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [role="group"], dialog')) return null
  return event.key.length === 1 ? event.key.toLowerCase() : null
}
