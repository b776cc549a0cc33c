// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Names an attached text.
 */
export type AttachedTextId = string;
