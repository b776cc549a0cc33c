// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a piece of evidence speaks for.
 */
export type EvidenceSide = "for" | "against";
