// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A part of a picture, in its pixels.
 */
export type BoxInPicture = { 
/**
 * How far from the left edge it begins.
 */
left: number, 
/**
 * How far from the upper edge it begins.
 */
top: number, 
/**
 * How wide it is.
 */
width: number, 
/**
 * How high it is.
 */
height: number, };
