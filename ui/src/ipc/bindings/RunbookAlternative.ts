// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * One way to do it.
 */
export type RunbookAlternative = { 
/**
 * As the text calls it, such as `Option A: Restart`; empty for the only one.
 */
label: string, 
/**
 * What is copied, comments included, places unfilled.
 */
text: string, 
/**
 * The line it begins in.
 */
line: number, };
