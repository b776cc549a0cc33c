// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a change concerns; sent so that the pages ask again only for what they show.
 */
export type Changed = { 
/**
 * The incidents that something was recorded in.
 */
handles: Array<string>, 
/**
 * Whether more may be another than these: the policy, a team file, the folder.
 */
everything: boolean, };
