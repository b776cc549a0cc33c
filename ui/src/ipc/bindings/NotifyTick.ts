// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Somebody to notify.
 */
export type NotifyTick = { 
/**
 * Who, in the policy's words.
 */
who: string, 
/**
 * Ticked.
 */
done: boolean, };
