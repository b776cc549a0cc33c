// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A key that the desktop assigned.
 */
export type AssignedKey = { 
/**
 * `Quick entry`.
 */
what: string, 
/**
 * What to press, in the desktop's words.
 */
keys: string, };
