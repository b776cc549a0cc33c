// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { TimelineKind } from "./TimelineKind";

/**
 * A line of a timeline that has what was asked for.
 */
export type SearchHit = { 
/**
 * The event behind it.
 */
id: EventId, 
/**
 * What it is.
 */
kind: TimelineKind, 
/**
 * When it happened (UTC).
 */
occurred_at: string, 
/**
 * `14:05`, in UTC.
 */
time: string, 
/**
 * `2026-11-23`.
 */
day: string, 
/**
 * Who recorded it.
 */
author: string, 
/**
 * The words, as on the timeline; of what is longer, the part that has what was asked for.
 */
text: string, 
/**
 * Where in them that stands: from which character (Unicode scalar value), counted from 0, up to which.
 */
hits: Array<[number, number]>, };
