// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookPlace } from "./RunbookPlace";

/**
 * A part of a command that is being filled. All parts in a row are what is copied.
 */
export type RunbookFilledPart = { 
/**
 * What stands there: the text's own, the value as it is quoted, or the place as it is written.
 */
text: string, 
/**
 * The place, if it is one.
 */
place: RunbookPlace | null, 
/**
 * Whether the place has a value.
 */
filled: boolean, 
/**
 * Why its value was not put in.
 */
refused: string | null, };
