// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ChangeKind } from "./ChangeKind";

/**
 * A new change.
 */
export type ChangeInput = { 
/**
 * What was changed.
 */
change: ChangeKind, 
/**
 * What it is, in a line.
 */
summary: string, 
/**
 * When it was made, as typed.
 */
at: string, 
/**
 * The hash of its commit, or whatever names it elsewhere.
 */
reference: string | null, 
/**
 * The repository it was found in.
 */
repository: string | null, 
/**
 * Who made it.
 */
by: string | null, 
/**
 * Whether it is suspected.
 */
suspect: boolean, };
