// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How a place is written.
 */
export type RunbookPlaceStyle = "braces" | "dollar" | "angle" | "square" | "bare";
