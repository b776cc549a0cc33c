// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a finding is about.
 */
export type FindingAbout = "errors" | "latency" | "traffic" | "resources" | "stack_trace" | "repeated_error" | "new_error" | "correlation";
