// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A part of the incident screen.
 */
export type Pane = "triage" | "team" | "updates" | "investigate" | "mitigate" | "verify" | "review" | "runbook";
