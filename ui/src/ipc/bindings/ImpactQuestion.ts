// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * One of the four questions to answer within the first five minutes.
 */
export type ImpactQuestion = "who" | "what" | "when" | "worse";
