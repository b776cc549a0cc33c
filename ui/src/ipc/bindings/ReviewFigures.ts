// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FigureHeading } from "./FigureHeading";

/**
 * The reviews.
 */
export type ReviewFigures = { 
/**
 * `6 of 7 reviews on time`.
 */
heading: FigureHeading, 
/**
 * How many were complete by the time they were due.
 */
on_time: number, 
/**
 * How many were complete, or were due.
 */
of: number, 
/**
 * How many were due and are still to be completed.
 */
late_now: number, 
/**
 * The incidents that they are of.
 */
incidents: Array<string>, 
/**
 * Those of which one is late now.
 */
incidents_late: Array<string>, };
