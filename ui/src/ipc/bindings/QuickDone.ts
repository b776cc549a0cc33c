// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a quick entry did.
 */
export type QuickDone = { 
/**
 * The incident.
 */
handle: string, 
/**
 * What happened: `Logged at 14:38 UTC`.
 */
message: string, 
/**
 * Whether it declared the incident.
 */
declared: boolean, };
