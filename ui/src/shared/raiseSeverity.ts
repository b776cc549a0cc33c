import type { DoubtView } from '../ipc/bindings/DoubtView'
import type { Acts } from '../state/acts'

/** Takes the higher severity that the answers point to, with them as the reason. */
export const raiseSeverity = (acts: Acts, { to, why }: DoubtView) => acts.act('set_severity', { to, reason: why, lowering: 'got_better' })
