// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Something that two incidents have in common.
 */
export type SimilarReason = { "reason": "service", 
/**
 * Its name.
 */
service: string, } | { "reason": "alert", 
/**
 * Its rule's name, or its title.
 */
alert: string, } | { "reason": "words", 
/**
 * As they are written in the incident that is looked at.
 */
words: string, };
