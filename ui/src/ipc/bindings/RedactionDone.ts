// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What became of it.
 */
export type RedactionDone = { 
/**
 * The incident.
 */
handle: string, 
/**
 * `Redacted in 3 places.`
 */
message: string, 
/**
 * What may still hold it, and what to do.
 */
left: string, };
