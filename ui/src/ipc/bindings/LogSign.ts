// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What to look for in logs.
 */
export type LogSign = { 
/**
 * Its id.
 */
id: string, 
/**
 * What is seen.
 */
sign: string, };
