// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A text to be saved.
 */
export type TeamFileSave = { 
/**
 * Its path within the config folder.
 */
name: string, 
/**
 * The text.
 */
text: string, 
/**
 * The state of the file that it was written from.
 */
stamp: string | null, 
/**
 * Save it although it cannot be followed.
 */
anyway: boolean, };
