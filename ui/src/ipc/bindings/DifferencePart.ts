// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DifferenceKind } from "./DifferenceKind";

/**
 * Some words and what became of them.
 */
export type DifferencePart = { 
/**
 * The words.
 */
text: string, 
/**
 * What became of them.
 */
changed: DifferenceKind, };
