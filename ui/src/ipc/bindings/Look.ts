// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How a piece of the preview looks.
 */
export type Look = "text" | "strong" | "mark" | "gap" | "found";
