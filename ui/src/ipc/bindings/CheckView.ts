// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { CheckEvidenceView } from "./CheckEvidenceView";
import type { VerificationCheck } from "./VerificationCheck";

/**
 * A verification check.
 */
export type CheckView = { 
/**
 * Which.
 */
check: VerificationCheck, 
/**
 * As read.
 */
label: string, 
/**
 * Ticked.
 */
done: boolean, 
/**
 * What was seen of it.
 */
evidence: CheckEvidenceView | null, };
