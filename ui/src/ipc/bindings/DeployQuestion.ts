// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A question about recent changes.
 */
export type DeployQuestion = { 
/**
 * Its id.
 */
id: string, 
/**
 * As asked.
 */
question: string, };
