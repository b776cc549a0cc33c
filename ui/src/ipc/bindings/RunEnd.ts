// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How it ended.
 */
export type RunEnd = "finished" | "false_alarm" | "left";
