// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * One row: what happened when, in which lane of the picture.
 */
export type CourseRow = { 
/**
 * When (UTC).
 */
at: string, 
/**
 * `2026-11-23 14:05`, in UTC.
 */
time: string, 
/**
 * The lane: `Severity`, `Sent to customers`.
 */
lane: string, 
/**
 * What happened.
 */
what: string, };
