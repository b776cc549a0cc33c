// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What another wrote for the same part.
 */
export type BesideView = { 
/**
 * The words.
 */
text: string, 
/**
 * Who wrote it, and when: `@ben at 17:30 UTC`.
 */
written: string, };
