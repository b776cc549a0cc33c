// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * The form in which an update is copied.
 */
export type UpdateFormat = "slack" | "markdown" | "plain";
