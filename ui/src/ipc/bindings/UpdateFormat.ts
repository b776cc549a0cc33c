// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * The form in which an update is copied: the one of the channel that it goes to.
 */
export type UpdateFormat = "slack" | "teams" | "markdown" | "plain" | "html" | "statuspage";
