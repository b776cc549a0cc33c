// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * How many incidents of a severity, by the worst that each had.
 */
export type SeverityCount = { 
/**
 * How bad.
 */
severity: Severity, 
/**
 * How many.
 */
count: number, 
/**
 * Which.
 */
incidents: Array<string>, };
