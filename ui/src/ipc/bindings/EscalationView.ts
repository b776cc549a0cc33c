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
rule: string, };
