// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A hypothesis to begin with.
 */
export type HypothesisStarter = { 
/**
 * Its id, such as `bad_deploy`.
 */
id: string, 
/**
 * What may be the cause.
 */
hypothesis: string, 
/**
 * How to test it.
 */
test: string, };
