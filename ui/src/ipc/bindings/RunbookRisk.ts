// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Why a step is risky.
 */
export type RunbookRisk = { 
/**
 * What was found in it, such as `kubectl delete lease`.
 */
command: string, 
/**
 * In words: `Deleting a lease has no way back`.
 */
why: string, 
/**
 * Where it stands.
 */
line: number, };
