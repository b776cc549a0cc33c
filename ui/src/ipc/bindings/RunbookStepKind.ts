// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a step is for.
 */
export type RunbookStepKind = "verify" | "apply" | "escalation" | "other";
