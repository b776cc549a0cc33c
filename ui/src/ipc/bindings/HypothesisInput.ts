// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A new hypothesis.
 */
export type HypothesisInput = { 
/**
 * What may be the cause.
 */
statement: string, 
/**
 * How to find out.
 */
how_to_test: string | null, 
/**
 * Who tests it.
 */
who: string | null, 
/**
 * A time-box for the test, in minutes.
 */
minutes: number | null, };
