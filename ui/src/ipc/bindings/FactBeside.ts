// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A figure in words.
 */
export type FactBeside = { 
/**
 * What it is: `Mitigated in`.
 */
label: string, 
/**
 * How much: `38 min`.
 */
value: string, };
