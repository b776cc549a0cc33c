// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A line of the postmortem.
 */
export type ReadLine = { 
/**
 * Its number, from 1.
 */
line: number, 
/**
 * What it became; none where it could not be placed, and is kept in the attached text alone.
 */
became: string | null, 
/**
 * The line, or its beginning.
 */
text: string, };
