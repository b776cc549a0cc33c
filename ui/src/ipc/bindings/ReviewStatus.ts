// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * How far a review has come.
 */
export type ReviewStatus = "drafting" | "in_review" | "complete";
