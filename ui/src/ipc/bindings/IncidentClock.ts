// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DeadlineClock } from "./DeadlineClock";

/**
 * The clocks of one incident at one second.
 */
export type IncidentClock = { 
/**
 * The handle.
 */
handle: string, 
/**
 * `00:42:10`.
 */
elapsed: string, 
/**
 * Open deadlines, the nearest first.
 */
deadlines: Array<DeadlineClock>, };
