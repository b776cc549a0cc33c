// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How much an action item matters.
 */
export type ActionPriority = "high" | "medium" | "low";
