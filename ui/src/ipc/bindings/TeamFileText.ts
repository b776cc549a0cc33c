// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A file as it was opened.
 */
export type TeamFileText = { 
/**
 * Its path within the config folder.
 */
name: string, 
/**
 * `Status update`, `Services`.
 */
label: string, 
/**
 * Its whole path.
 */
path: string, 
/**
 * Whether it is a message's template.
 */
template: boolean, 
/**
 * Whether there is a built-in one that it stands over.
 */
built_in: boolean, 
/**
 * Its text; without a file the text to start from.
 */
text: string, 
/**
 * Tells this state of the file from another; none while there is no file.
 */
stamp: string | null, };
