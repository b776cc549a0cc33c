// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { PictureId } from "./PictureId";

/**
 * A picture and its size in pixels.
 */
export type Picture = { 
/**
 * Its name.
 */
id: PictureId, 
/**
 * How wide it is.
 */
width: number, 
/**
 * How high it is.
 */
height: number, };
