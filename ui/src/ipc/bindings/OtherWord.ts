// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Another word for something.
 */
export type OtherWord = { 
/**
 * What stands there.
 */
word: string, 
/**
 * What is to stand there.
 */
with: string, };
