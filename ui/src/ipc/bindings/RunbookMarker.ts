// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What stands before a list's item.
 */
export type RunbookMarker = { "marker": "bullet" } | { "marker": "number", 
/**
 * As the list counts.
 */
number: number, } | { "marker": "task", 
/**
 * Whether the file has it ticked.
 */
ticked: boolean, };
