// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How much of what was written a search covers.
 */
export type SearchCoverage = { 
/**
 * Of a hundred events so many; 100 only when none is missing.
 */
percent: number, 
/**
 * Whether nothing is left to be done for the index, which may still be put together when it covers everything.
 */
is_done: boolean, };
