// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * One line of the response checklist.
 */
export type ChecklistItem = { 
/**
 * The line, in the seed's words.
 */
label: string, 
/**
 * Whether the facts say it is done.
 */
done: boolean, };
