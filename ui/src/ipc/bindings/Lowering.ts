// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a lowering says of the severity that it leaves.
 */
export type Lowering = "got_better" | "never_was";
