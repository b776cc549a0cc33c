/** Moves the focus to the next or the last of rail, centre and timeline. */
export function nextRegion(step: 1 | -1): boolean {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null)
  if (regions.length === 0) return false
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const there = regions[(here + step + regions.length) % regions.length] ?? regions[0]
  const first = there?.querySelector<HTMLElement>('[data-region-first]') ?? there
  first?.focus()
  return true
}
