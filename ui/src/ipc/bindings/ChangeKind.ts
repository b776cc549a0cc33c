// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What was changed.
 */
export type ChangeKind = "deploy" | "config" | "flag" | "infrastructure";
