// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Whether words stayed, came or went.
 */
export type WordChange = "same" | "added" | "removed";
