import type { Severity } from '../../ipc/bindings/Severity'
import type { IconName } from '../../kit/icons'

/** Where in the menu something stands, in this order: the incident on screen first. */
export const SECTIONS = ['here', 'runbooks', 'incidents', 'sitrep', 'written'] as const
export type Section = (typeof SECTIONS)[number]

/** One line of the command menu. `aside` stands at its right; `also` is what else it is looked for by. */
export type Item = {
  section: Section
  label: string
  aside: string
  icon: IconName | Severity
  keys?: string
  also?: string
  run: () => void
}

/** Something to do with the incident on screen. */
export const here = (
  label: string,
  aside: string,
  icon: IconName,
  run: () => void,
  rest: Partial<Pick<Item, 'keys' | 'also'>> = {},
): Item => ({ section: 'here', label, aside, icon, run, ...rest })
