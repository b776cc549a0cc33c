// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What followed from words that this process recorded.
 */
export type SecurityNews = { 
/**
 * Of which incident.
 */
handle: string, 
/**
 * The words.
 */
words: string, 
/**
 * Whether it is a security matter by them, or a person is to say.
 */
certain: boolean, };
