// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Whether words stayed, came or went.
 */
export type DifferenceKind = "same" | "added" | "removed";
