// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What the course of an incident is measured by.
 */
export type Milestone = "acknowledge" | "identify" | "mitigate" | "resolve";
