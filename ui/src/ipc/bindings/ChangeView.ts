// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ChangeKind } from "./ChangeKind";
import type { EventId } from "./EventId";

/**
 * A change.
 */
export type ChangeView = { 
/**
 * The event that noted it.
 */
id: EventId, 
/**
 * What was changed.
 */
kind: ChangeKind, 
/**
 * The same in words.
 */
label: string, 
/**
 * What it is.
 */
summary: string, 
/**
 * `13:45 UTC`.
 */
at: string, 
/**
 * `15 min before`, `4 min after`: the start is meant.
 */
before: string, 
/**
 * How long before the start, in seconds; negative for one that came after.
 */
age_before_onset: number, 
/**
 * Whether it is the nearest before the start.
 */
nearest: boolean, 
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
suspect: boolean, 
/**
 * The hypothesis that it is the cause, if there is one.
 */
hypothesis: EventId | null, };
