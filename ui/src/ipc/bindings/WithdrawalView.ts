// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { MergedInto } from "./MergedInto";

/**
 * That an incident was none, and what that leaves to do.
 */
export type WithdrawalView = { 
/**
 * `Withdrawn at 14:05 UTC by @ana: declared twice`.
 */
line: string, 
/**
 * The incident that it was merged into, if it was.
 */
into: MergedInto | null, 
/**
 * `Its updates went to customers: they are owed a word.`, if any went out.
 */
owed: string | null, };
