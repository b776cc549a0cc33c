// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * The review, apart from its document.
 */
export type ReviewView = { 
/**
 * `Due in 46 h`, if one is due for this severity.
 */
due: string | null, 
/**
 * Whether that is past.
 */
late: boolean, 
/**
 * When it is and who is invited, if somebody scheduled it: `2026-11-25 15:00 UTC, with @ana`.
 */
scheduled: string | null, 
/**
 * Whether it was marked complete.
 */
complete: boolean, };
