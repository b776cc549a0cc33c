// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What is due.
 */
export type DeadlineKind = "response" | "impact_assessment" | "update" | "escalation" | "verification" | "recurrence" | "review" | "action_item" | "timebox";
