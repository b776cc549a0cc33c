// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Names one incident for good; the handle is for people.
 */
export type IncidentId = string;
