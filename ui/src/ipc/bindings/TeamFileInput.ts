// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { UpdateFormat } from "./UpdateFormat";

/**
 * A text that is being written.
 */
export type TeamFileInput = { 
/**
 * Its path within the config folder.
 */
name: string, 
/**
 * The text so far.
 */
text: string, 
/**
 * In which form a template is shown.
 */
format: UpdateFormat, 
/**
 * The incident that a template is filled from, where one is open.
 */
handle: string | null, };
