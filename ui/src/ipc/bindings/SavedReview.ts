// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A review that was saved to a file.
 */
export type SavedReview = { 
/**
 * The file.
 */
path: string, 
/**
 * How many pictures are in the folder beside it.
 */
pictures: number, };
