// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { TimelineRow } from "./TimelineRow";

/**
 * What came to a timeline since a revision.
 */
export type TimelineNews = { 
/**
 * What it was read at, to ask for what comes after.
 */
revision: number, 
/**
 * How many lines there are in all.
 */
total: number, 
/**
 * Whether the timeline spans days, so that its lines need a date.
 */
several_days: boolean, 
/**
 * The lowest position from which on lines may be others than they were: those are to be read again.
 */
stale_from: number | null, 
/**
 * The lines that follow at the very end.
 */
added: Array<TimelineRow>, };
