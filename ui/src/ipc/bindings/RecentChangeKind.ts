// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a change is.
 */
export type RecentChangeKind = "commit" | "merge" | "tag";
