// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Lines that are put in place of others.
 */
export type RunbookEdit = { 
/**
 * The first line that goes, or before which lines come, from 1.
 */
line: number, 
/**
 * How many lines go.
 */
goes: number, 
/**
 * The lines that come, without their ends.
 */
comes: Array<string>, };
