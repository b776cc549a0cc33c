const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Up and Down go from one row of a table to the next; Tab goes on working. */
export function arrows(event: KeyboardEvent): void {
  const step = STEPS[event.key]
  if (!step || event.altKey || event.ctrlKey || event.shiftKey) return
  const rows = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('tr[tabindex]')]
  const here = rows.findIndex((row) => row.contains(document.activeElement))
  if (here < 0) return
  rows[(here + step + rows.length) % rows.length]?.focus()
  event.preventDefault()
}
