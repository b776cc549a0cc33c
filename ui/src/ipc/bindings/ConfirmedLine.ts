// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * An entry that a person confirmed.
 */
export type ConfirmedLine = { 
/**
 * When it happened (UTC).
 */
at: string, 
/**
 * Who wrote it.
 */
author: string | null, 
/**
 * The words.
 */
text: string, };
