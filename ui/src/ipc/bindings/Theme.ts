// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Which colours.
 */
export type Theme = "system" | "dark" | "light";
