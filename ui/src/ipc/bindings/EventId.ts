// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Names one event for good.
 */
export type EventId = string;
