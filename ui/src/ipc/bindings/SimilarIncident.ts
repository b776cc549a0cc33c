// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";
import type { SimilarReason } from "./SimilarReason";
import type { SimilarRunbook } from "./SimilarRunbook";
import type { UndoneAction } from "./UndoneAction";

/**
 * An earlier incident that is like another.
 */
export type SimilarIncident = { 
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
 * When it began (UTC).
 */
started_at: string, 
/**
 * When it was resolved (UTC), if it is.
 */
resolved_at: string | null, 
/**
 * How long ago that was, or it began: `9 d`.
 */
ago: string, 
/**
 * Why it is shown: `Same service, same alert, "pool wait"`.
 */
because: string, 
/**
 * The same one by one.
 */
reasons: Array<SimilarReason>, 
/**
 * The mitigation that helped, the last of them.
 */
fixed_by: string | null, 
/**
 * The runbook that was run last.
 */
runbook: SimilarRunbook | null, 
/**
 * What was to be done so that it does not come back, and is not done.
 */
not_done: Array<UndoneAction>, };
