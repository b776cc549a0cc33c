// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DifferencePart } from "./DifferencePart";
import type { EventId } from "./EventId";
import type { ReviewField } from "./ReviewField";

/**
 * A version of a part of the review.
 */
export type ReviewVersion = { 
/**
 * The event that wrote it.
 */
id: EventId, 
/**
 * Its number, from 1, the oldest first.
 */
number: number, 
/**
 * Which part.
 */
field: ReviewField, 
/**
 * Its name on screen.
 */
label: string, 
/**
 * Who wrote it.
 */
by: string, 
/**
 * When: `2026-11-23 17:31 UTC`.
 */
at: string, 
/**
 * What changed against the version of the same part before it.
 */
changes: Array<DifferencePart>, 
/**
 * Whether it is the one that stands.
 */
stands: boolean, };
