// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * An answer.
 */
export type DeployAnswer = "yes" | "no" | "unknown";
