// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a problem is about.
 */
export type ProblemField = "line" | "started" | "severity" | "target";
