// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Where a hypothesis stands.
 */
export type HypothesisState = "open" | "testing" | "ruled_out" | "confirmed";
