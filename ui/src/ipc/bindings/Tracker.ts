// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Where an issue is filed.
 */
export type Tracker = "github" | "gitlab" | "jira";
