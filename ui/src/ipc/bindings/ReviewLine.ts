// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { MomentMarker } from "./MomentMarker";
import type { TimelineKind } from "./TimelineKind";

/**
 * A line of the timeline in the review.
 */
export type ReviewLine = { 
/**
 * The event that wrote it.
 */
id: EventId, 
/**
 * `14:05`, in UTC.
 */
time: string, 
/**
 * `2026-11-23`.
 */
day: string, 
/**
 * What it is.
 */
kind: TimelineKind, 
/**
 * The words.
 */
text: string, 
/**
 * Whether it stands in the review.
 */
chosen: boolean, 
/**
 * Whether it is a key one.
 */
starred: boolean, 
/**
 * What it was for the course of the incident.
 */
marker: MomentMarker | null, 
/**
 * The same in words.
 */
marker_label: string | null, 
/**
 * What the marker asks.
 */
question: string | null, 
/**
 * What was answered.
 */
answer: string | null, };
