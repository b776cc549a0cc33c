// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { WordChange } from "./WordChange";

/**
 * Some words and what became of them.
 */
export type Change = { 
/**
 * The words.
 */
text: string, 
/**
 * What became of them.
 */
changed: WordChange, };
