// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A night.
 */
export type NightRow = { 
/**
 * The day on which it began.
 */
night: string, 
/**
 * For how long.
 */
seconds: number, 
/**
 * The same in words.
 */
length: string, 
/**
 * The incidents.
 */
incidents: Array<string>, };
