// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Something that cannot be done as typed.
 */
export type Problem = { 
/**
 * Where: `line`, `started`, `severity`.
 */
field: string, 
/**
 * What it is.
 */
message: string, 
/**
 * What would work.
 */
hint: string, };
