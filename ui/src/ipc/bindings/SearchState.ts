// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Where an incident stands, for who looks back.
 */
export type SearchState = "active" | "resolved" | "reviewed" | "withdrawn";
