// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Where a step that somebody has begun stands.
 */
export type RunStepState = "begun" | "done" | "failed" | "skipped" | "rolled_back";
