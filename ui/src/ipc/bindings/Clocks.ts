// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { IncidentClock } from "./IncidentClock";

/**
 * Every clock at one second. Sent each second; the page keeps no time of its own.
 */
export type Clocks = { 
/**
 * `14:42:10`, UTC.
 */
utc: string, 
/**
 * One per active incident, and for the resolved ones whose review is owed.
 */
incidents: Array<IncidentClock>, };
