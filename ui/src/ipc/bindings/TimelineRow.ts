// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { AttachedText } from "./AttachedText";
import type { EventId } from "./EventId";
import type { Picture } from "./Picture";
import type { TimelineKind } from "./TimelineKind";

/**
 * One line of the timeline.
 */
export type TimelineRow = { 
/**
 * The event behind it.
 */
id: EventId, 
/**
 * When it happened.
 */
occurred_at: string, 
/**
 * When it was recorded.
 */
recorded_at: string, 
/**
 * Who recorded it, in the incident that it came from if it came from one.
 */
author: string, 
/**
 * The handle of the incident that it came from.
 */
from?: string | null, 
/**
 * What it is.
 */
kind: TimelineKind, 
/**
 * The words.
 */
text: string, 
/**
 * `14:05`, in UTC.
 */
time: string, 
/**
 * `2026-11-23`, for the heading where a timeline spans days.
 */
day: string, 
/**
 * Whether it is a turning point: a declaration, a status.
 */
strong: boolean, 
/**
 * Whether a person may edit or undo it.
 */
editable: boolean, 
/**
 * Whether it was edited.
 */
edited: boolean, 
/**
 * What it said and when, before its edits, the oldest first.
 */
earlier: Array<string>, 
/**
 * The last lines that a command printed, where they were kept.
 */
kept: Array<string>, 
/**
 * The pictures of an entry.
 */
pictures: Array<Picture>, 
/**
 * The long text that goes with an entry.
 */
attached: AttachedText | null, 
/**
 * Whether it says something that can speak for or against a hypothesis.
 */
tells: boolean, };
