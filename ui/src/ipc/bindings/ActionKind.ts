// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What an action item is for.
 */
export type ActionKind = "detect" | "prevent" | "mitigate" | "process";
