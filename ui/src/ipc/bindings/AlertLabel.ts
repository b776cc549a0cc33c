// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A label.
 */
export type AlertLabel = { 
/**
 * `cluster`.
 */
name: string, 
/**
 * `eu-1`.
 */
value: string, };
