// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * The incidents that touch a service.
 */
export type ServiceRow = { 
/**
 * Its name, as it was given.
 */
service: string, 
/**
 * How many.
 */
count: number, 
/**
 * How many of them P0 or P1.
 */
severe: number, 
/**
 * Which.
 */
incidents: Array<string>, };
