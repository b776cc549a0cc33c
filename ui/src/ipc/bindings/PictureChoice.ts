// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { BoxInPicture } from "./BoxInPicture";
import type { PictureId } from "./PictureId";

/**
 * A picture that is given in a redacted copy. Those of which nothing is said are left out.
 */
export type PictureChoice = { 
/**
 * Which.
 */
picture: PictureId, 
/**
 * What of it is black.
 */
boxes: Array<BoxInPicture>, };
