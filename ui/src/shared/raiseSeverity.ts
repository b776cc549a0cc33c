import type { DoubtView } from '../ipc/bindings/DoubtView'
import { incident } from '../state/incident.svelte'

/** Takes the higher severity that the answers point to, with them as the reason. */
export const raiseSeverity = ({ to, why }: DoubtView) => incident.act('set_severity', { to, reason: why, lowering: 'got_better' })
