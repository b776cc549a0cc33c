// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A new use of a mitigation.
 */
export type MitigationInput = { 
/**
 * What is done.
 */
action: string, 
/**
 * Whether it is still to be decided on; else it is started at once.
 */
proposed: boolean, 
/**
 * The id of the catalogue's action, if it is one of these.
 */
catalogue: string | null, 
/**
 * The service it is done to.
 */
service: string | null, };
