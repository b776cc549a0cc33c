// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a person chooses.
 */
export type FiguresSpan = { "span": "weeks", 
/**
 * How many.
 */
weeks: number, } | { "span": "months", 
/**
 * How many.
 */
months: number, } | { "span": "dates", 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, };
