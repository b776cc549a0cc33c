// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { UpdateField } from "./UpdateField";

/**
 * New words for one field.
 */
export type FieldWords = { 
/**
 * Which field.
 */
field: UpdateField, 
/**
 * What it says then.
 */
words: string, };
