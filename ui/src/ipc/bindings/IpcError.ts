// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What was not done, and what would work.
 */
export type IpcError = { 
/**
 * A stable word, such as `empty_title`.
 */
code: string, 
/**
 * What was not done, and that nothing was lost.
 */
message: string, 
/**
 * What would work.
 */
hint: string, };
