const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Up and Down go from one control of a list to the next, round its ends; Tab goes on working. */
export function arrows(event: KeyboardEvent): void {
  const step = STEPS[event.key]
  if (!step || event.altKey || event.ctrlKey || event.shiftKey) return
  const controls = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button:not(:disabled), input:not(:disabled)')]
  const here = controls.findIndex((control) => control === document.activeElement)
  controls[(here + step + controls.length) % controls.length]?.focus()
  event.preventDefault()
}
