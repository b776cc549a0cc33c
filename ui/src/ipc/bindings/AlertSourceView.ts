// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * An Alertmanager that is watched.
 */
export type AlertSourceView = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Its address, without user and password.
 */
url: string, 
/**
 * Which of its alerts.
 */
filters: Array<string>, };
