// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * One of the alerts.
 */
export type AlertRow = { 
/**
 * Its rule's name, else what it says.
 */
name: string, 
/**
 * `14:00 UTC`, since when it fires.
 */
since: string | null, 
/**
 * What it says.
 */
detail: string, 
/**
 * Whether it goes on.
 */
firing: boolean, };
