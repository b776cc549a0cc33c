// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Where a why goes from where it stands.
 */
export type WhyStep = "deeper" | "out" | "up" | "down";
