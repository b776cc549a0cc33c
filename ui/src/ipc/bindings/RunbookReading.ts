// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How far the reading has come.
 */
export type RunbookReading = { 
/**
 * So many are read.
 */
done: number, 
/**
 * Of so many.
 */
total: number, };
