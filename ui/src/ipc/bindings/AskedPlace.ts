// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A place that is asked for.
 */
export type AskedPlace = { 
/**
 * As it is kept.
 */
key: string, 
/**
 * As the runbook writes it.
 */
name: string, 
/**
 * What stands there.
 */
value: string, 
/**
 * `read in step 1`, where it was read from an output.
 */
from: string | null, };
