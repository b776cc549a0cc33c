// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ActionPriority } from "./ActionPriority";

/**
 * The action items of a priority.
 */
export type ActionRow = { 
/**
 * How much they matter.
 */
priority: ActionPriority, 
/**
 * The same in words.
 */
label: string, 
/**
 * How many were done by the end of the day on which they were due.
 */
on_time: number, 
/**
 * How many were done, or were due.
 */
of: number, 
/**
 * How many were due and are still to be done.
 */
late_now: number, 
/**
 * The incidents that they belong to.
 */
incidents: Array<string>, 
/**
 * Those of which one is late now.
 */
incidents_late: Array<string>, };
