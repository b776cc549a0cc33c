// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * When action items are due.
 */
export type BoardTerm = "late" | "this_week" | "later" | "no_date" | "closed";
