// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Audience } from "./Audience";

/**
 * How the updates to an audience kept their time.
 */
export type UpdateRow = { 
/**
 * Who reads them.
 */
audience: Audience, 
/**
 * The same in words.
 */
label: string, 
/**
 * How many went out in time.
 */
on_time: number, 
/**
 * How many went out late.
 */
late: number, 
/**
 * How many were due and did not go out.
 */
missed: number, 
/**
 * All of these.
 */
of: number, 
/**
 * How many in a hundred went out in time.
 */
percent: number | null, 
/**
 * The incidents that owed one.
 */
incidents: Array<string>, 
/**
 * Those of which one was late or missed.
 */
incidents_late: Array<string>, };
