// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Where a mitigation stands.
 */
export type MitigationState = "proposed" | "started" | "done" | "rolled_back" | "withdrawn";
