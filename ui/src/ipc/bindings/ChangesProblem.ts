// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Why the changes of a repository are not known.
 */
export type ChangesProblem = { 
/**
 * A stable word.
 */
code: string, 
/**
 * What was not done.
 */
message: string, 
/**
 * What would work.
 */
hint: string, };
