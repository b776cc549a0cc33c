// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Milestone } from "./Milestone";

/**
 * How long it took to reach a milestone. Incidents that did not reach it are counted, and no part of the lengths.
 */
export type TimeRow = { 
/**
 * Which.
 */
milestone: Milestone, 
/**
 * Its word on screen.
 */
label: string, 
/**
 * The length in the middle.
 */
median_seconds: number | null, 
/**
 * The same in words: `41 min`.
 */
median: string | null, 
/**
 * What nine in ten do not exceed; none of fewer than five.
 */
p90_seconds: number | null, 
/**
 * The same in words.
 */
p90: string | null, 
/**
 * Why there is no p90: `3 incidents, too few for a p90`.
 */
note: string | null, 
/**
 * How many reached it.
 */
counted: number, 
/**
 * How many did not.
 */
without: number, 
/**
 * Which reached it.
 */
incidents: Array<string>, 
/**
 * Which did not.
 */
incidents_without: Array<string>, };
