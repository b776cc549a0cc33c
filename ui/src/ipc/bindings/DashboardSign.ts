// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What to look for on a dashboard.
 */
export type DashboardSign = { 
/**
 * Its id.
 */
id: string, 
/**
 * What is seen.
 */
sign: string, 
/**
 * What to find out about it.
 */
question: string, };
