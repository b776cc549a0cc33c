// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Look } from "./Look";

/**
 * A piece of the preview. The pieces together are what will paste, to the letter.
 */
export type Piece = { 
/**
 * Its text.
 */
text: string, 
/**
 * How it looks.
 */
look: Look, };
