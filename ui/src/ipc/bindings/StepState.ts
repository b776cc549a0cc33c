// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Where a step stands.
 */
export type StepState = "not_started" | "in_progress" | "paused" | "done" | "skipped";
