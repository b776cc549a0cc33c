import type { DeadlineClock } from '../../ipc/bindings/DeadlineClock'

/** `Update due in 05:00`, `Update 03:52 late`. */
export const shortLabel = ({ short_label, clock, level }: DeadlineClock): string =>
  `${short_label} ${clock}${level === 'late' ? ' late' : ''}`
