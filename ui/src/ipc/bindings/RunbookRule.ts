// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A rule, by its code.
 */
export type RunbookRule = "vague-step" | "no-expected" | "no-verification" | "no-rollback" | "stale" | "no-version" | "no-alert" | "dead-link" | "dead-image" | "open-fence" | "pastes-and-runs";
