// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * Somebody who helps.
 */
export type ContactView = { 
/**
 * Who.
 */
who: string, 
/**
 * A number, an address, a channel.
 */
how: string, };
