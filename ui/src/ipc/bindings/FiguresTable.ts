// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A table of the figures.
 */
export type FiguresTable = "weeks" | "severities" | "times" | "detection" | "updates" | "reviews" | "actions" | "services" | "causes" | "nights" | "all";
