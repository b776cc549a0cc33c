// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A part of the review that a person writes; the rest of it follows from the facts.
 */
export type ReviewField = string;
