// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Every `find` reads as `with`.
 */
export type Replacement = { 
/**
 * The words, to the letter.
 */
find: string, 
/**
 * What stands in their place.
 */
with: string, };
