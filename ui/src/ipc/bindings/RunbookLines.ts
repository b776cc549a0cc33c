// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Lines of the text, both included, counted from 1. A block that shares its only line with the one before has `to` before `from`.
 */
export type RunbookLines = { 
/**
 * The first.
 */
from: number, 
/**
 * The last.
 */
to: number, };
