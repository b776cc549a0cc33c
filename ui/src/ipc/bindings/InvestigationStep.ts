// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * One of the five steps.
 */
export type InvestigationStep = "dashboards" | "changes" | "logs" | "hypotheses" | "verification";
