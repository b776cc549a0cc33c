// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { TimelineRow } from "./TimelineRow";

/**
 * What came to a timeline since a revision.
 */
export type TimelineNews = { 
/**
 * Which state of the timeline this leads to.
 */
revision: number, 
/**
 * How many lines there are now.
 */
total: number, 
/**
 * Whether the whole timeline spans days, so that each needs a heading.
 */
several_days: boolean, 
/**
 * The lowest position from which on kept lines may be wrong, if any: something was edited, undone or put between
 * them, or too much came at once.
 */
stale_from: number | null, 
/**
 * What follows at the very end.
 */
added: Array<TimelineRow>, };
