// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * The seed's four communication templates.
 */
export type UpdateKind = "initial" | "status" | "resolution" | "customer";
