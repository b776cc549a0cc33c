import type { DeadlineClock } from '../../ipc/bindings/DeadlineClock'

/** `Status update`, of the words that lead to its clock. */
export const nameOf = ({ label }: DeadlineClock): string => label.replace(/ (due in|late by|in)$/, '')

/** `Update due in 05:00`, `Update 03:52 late`. */
export const shortOf = ({ short_label, clock, level }: DeadlineClock): string => `${short_label} ${clock}${level === 'late' ? ' late' : ''}`
