// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * A severity that is higher than the one in force, to be taken in one key.
 */
export type DoubtView = { 
/**
 * Which.
 */
to: Severity, 
/**
 * `'data corruption' is an example of a P0.`
 */
why: string, };
