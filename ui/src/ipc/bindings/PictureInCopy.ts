// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { BoxInPicture } from "./BoxInPicture";
import type { Picture } from "./Picture";

/**
 * A picture of the timeline.
 */
export type PictureInCopy = { 
/**
 * Which.
 */
picture: Picture, 
/**
 * What was written with it, as the copy tells it: `Pool wait, 14:08`.
 */
title: string, 
/**
 * Whether it is given.
 */
given: boolean, 
/**
 * What of it is black.
 */
boxes: Array<BoxInPicture>, };
