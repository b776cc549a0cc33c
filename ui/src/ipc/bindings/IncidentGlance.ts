// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";
import type { SimilarRunbook } from "./SimilarRunbook";

/**
 * An incident in a few lines.
 */
export type IncidentGlance = { 
/**
 * Its handle.
 */
handle: string, 
/**
 * What was wrong.
 */
title: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * `Resolved 23 Nov, 1 h 26, review in 30 h`.
 */
line: string, 
/**
 * What caused it, as far as somebody said so.
 */
cause: string | null, 
/**
 * The mitigation that helped, the last of them.
 */
fixed_by: string | null, 
/**
 * The runbook that was run last.
 */
runbook: SimilarRunbook | null, 
/**
 * `4 action items, next due 27 Nov`; none where none is open.
 */
open: string | null, };
