// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Where a line goes unless it names another incident. It is settled when the door shows it and comes back with Enter, so that
 * nothing that happens in between moves it.
 */
export type QuickAim = { "to": "declaring" } | { "to": "running", 
/**
 * Its handle.
 */
handle: string, } | { "to": "open", 
/**
 * Its handle.
 */
handle: string, };
