// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { TimelineRow } from "./TimelineRow";

/**
 * A stretch of a timeline by position; the oldest line is at 0.
 */
export type TimelineSlice = { 
/**
 * Which state of the timeline this is of.
 */
revision: number, 
/**
 * How many lines there are.
 */
total: number, 
/**
 * The position of the first line here.
 */
start: number, 
/**
 * Whether the whole timeline spans days, so that each needs a heading.
 */
several_days: boolean, 
/**
 * The lines.
 */
rows: Array<TimelineRow>, };
