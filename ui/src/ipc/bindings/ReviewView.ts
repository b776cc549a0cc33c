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
 * Whether it was marked complete.
 */
complete: boolean, };
