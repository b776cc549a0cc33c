// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * 'In doubt, over-classify.'
 */
export type DoubtView = { 
/**
 * The higher severity.
 */
to: Severity, 
/**
 * `The answers (all users, the entire service) point to P0: Complete service unavailability.`
 */
why: string, };
