// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { CheckEvidenceView } from "./CheckEvidenceView";
import type { CheckView } from "./CheckView";
import type { RecoveryView } from "./RecoveryView";

/**
 * The Verify pane.
 */
export type Verification = { 
/**
 * The four checks a person ticks.
 */
checks: Array<CheckView>, 
/**
 * The alerts that recovered: each can be what was seen of the error rate.
 */
recoveries: Array<RecoveryView>, 
/**
 * What was seen while the fifth ran.
 */
quiet_evidence: CheckEvidenceView | null, 
/**
 * The fifth, kept by the clock: `Monitor for at least 15 minutes`; its length depends on the severity.
 */
quiet_label: string, 
/**
 * `until 14:53 UTC`, once a fix is applied.
 */
quiet_until: string | null, 
/**
 * Whether the quiet time is over.
 */
quiet_done: boolean, 
/**
 * Whether resolving needs no reason.
 */
complete: boolean, };
