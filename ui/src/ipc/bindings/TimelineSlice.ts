// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { TimelineRow } from "./TimelineRow";

/**
 * A part of a timeline. Positions count from 0, the oldest line first.
 */
export type TimelineSlice = { 
/**
 * What it was read at, to ask for what came since.
 */
revision: number, 
/**
 * How many lines there are in all.
 */
total: number, 
/**
 * The position of the first line in it.
 */
start: number, 
/**
 * Whether the timeline spans days, so that its lines need a date.
 */
several_days: boolean, 
/**
 * The lines, oldest first.
 */
rows: Array<TimelineRow>, };
