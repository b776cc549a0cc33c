// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * The question whether the severity goes up.
 */
export type EscalationView = { 
/**
 * To which severity.
 */
to: Severity, 
/**
 * Whether its first prompt has come.
 */
asking: boolean, 
/**
 * The rule, in words: `A P1 that is not resolved within 2 hours becomes a P0.`
 */
rule: string, 
/**
 * `at 16:00 UTC`, where the policy raises it by itself then; none where it asks and waits.
 */
by_itself: string | null, 
/**
 * Why the policy does not raise it by itself, where somebody stopped that.
 */
stopped: string | null, };
