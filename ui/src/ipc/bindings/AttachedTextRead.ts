// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * An attached text, to be read.
 */
export type AttachedTextRead = { 
/**
 * `dump.txt, 20,341 lines`.
 */
heading: string, 
/**
 * All of it.
 */
text: string, };
