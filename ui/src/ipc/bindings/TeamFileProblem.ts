// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What is wrong with a text.
 */
export type TeamFileProblem = { 
/**
 * In which line (from 1), if that is known.
 */
line: number | null, 
/**
 * `line 4: there is no variable 'titel'`.
 */
text: string, 
/**
 * What holds until it is mended: `The built-in one is used until this is mended.`
 */
meanwhile: string, };
