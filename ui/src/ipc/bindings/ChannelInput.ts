// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What is said of the channel; none of what is left as it is.
 */
export type ChannelInput = { 
/**
 * Its name; empty for the usual one.
 */
name: string | null, 
/**
 * Where it opens; empty for nowhere.
 */
link: string | null, 
/**
 * The call; empty for none.
 */
bridge: string | null, };
