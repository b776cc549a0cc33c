// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { SeverityCount } from "./SeverityCount";

/**
 * What began in a week.
 */
export type WeekRow = { 
/**
 * Its Monday, which lies before the range where that begins within the week.
 */
monday: string, 
/**
 * Whether it goes on.
 */
running: boolean, 
/**
 * How many incidents began in it.
 */
total: number, 
/**
 * How many of each severity, the worst first.
 */
severities: Array<SeverityCount>, };
