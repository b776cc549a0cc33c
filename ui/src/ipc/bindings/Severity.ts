// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How bad an incident is; `P0` is the worst and sorts first.
 */
export type Severity = "P0" | "P1" | "P2" | "P3";
