// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How urgent a clock looks: contrast rises with it, colour does not.
 */
export type ClockLevel = "calm" | "soon" | "near" | "late";
