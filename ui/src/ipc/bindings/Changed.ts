// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What was written since a page was told last.
 */
export type Changed = { 
/**
 * The incidents that were written to, by their handles.
 */
handles: Array<string>, 
/**
 * Whether anything that is shown may be different, as after a change of the policy or of the workspace.
 */
everything: boolean, };
