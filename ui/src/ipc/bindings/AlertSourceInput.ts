// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * An Alertmanager to watch.
 */
export type AlertSourceInput = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Its address, http or https.
 */
url: string, 
/**
 * Which of its alerts: `severity="critical"`; all of them have to hold.
 */
filters: Array<string>, };
