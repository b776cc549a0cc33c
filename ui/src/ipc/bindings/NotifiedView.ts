// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Somebody to notify.
 */
export type NotifiedView = { 
/**
 * Who, in the policy's words.
 */
who: string, 
/**
 * Ticked.
 */
done: boolean, 
/**
 * `14:06 UTC by @ana`, once ticked.
 */
told: string | null, };
