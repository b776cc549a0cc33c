// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What follows from a case.
 */
export type RunbookOutcomeKind = "continue" | "close" | "escalate" | "other";
