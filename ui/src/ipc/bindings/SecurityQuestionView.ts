// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Whether it is a security matter, to be answered by a person.
 */
export type SecurityQuestionView = { 
/**
 * The words that it is about; the answer carries them.
 */
words: string, 
/**
 * What it says.
 */
text: string, };
