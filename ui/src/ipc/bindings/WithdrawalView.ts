// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * That an incident was none, and what that leaves to do.
 */
export type WithdrawalView = { 
/**
 * `Withdrawn at 14:05 UTC by @ana: declared twice`.
 */
line: string, 
/**
 * `Its updates went to customers: they are owed a word.`, if any went out.
 */
owed: string | null, };
