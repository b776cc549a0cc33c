// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Who reads an update; each audience has its own cadence.
 */
export type Audience = "internal" | "customers" | "responders";
