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
 * Those that were asked for, the worst first: active ones, and resolved ones that owe a review or an action item.
 */
incidents: Array<IncidentClock>, };
