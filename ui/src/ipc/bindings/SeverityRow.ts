// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * How many incidents of a severity there were, and how long any was that bad.
 */
export type SeverityRow = { 
/**
 * How bad; none for all.
 */
severity: Severity | null, 
/**
 * Its name in the team's policy: `Total Outage`.
 */
name: string, 
/**
 * How many had it as their worst.
 */
count: number, 
/**
 * How long incidents were that bad in all, until now; the time before it got worse, and after it got better, is another one's.
 */
time_in_seconds: number, 
/**
 * The same in words: `8.2 h`.
 */
time_in: string, 
/**
 * How long one was that bad at the median.
 */
median_seconds: number | null, 
/**
 * The same in words: `1 h 21`.
 */
median: string | null, 
/**
 * Which had it as their worst.
 */
incidents: Array<string>, };
