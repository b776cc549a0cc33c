// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What became of a message.
 */
export type LedgerState = "drafted" | "sent" | "taken_back";
