// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a figure says first.
 */
export type FigureHeading = { 
/**
 * The sentence: `41 min to mitigate`.
 */
text: string, 
/**
 * What goes on it in smaller letters: `at the median; one in ten takes longer than 5 h 20`.
 */
aside: string | null, };
