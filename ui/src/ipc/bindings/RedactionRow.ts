// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RedactionKind } from "./RedactionKind";

/**
 * One thing that is replaced.
 */
export type RedactionRow = { 
/**
 * What it is.
 */
kind: RedactionKind, 
/**
 * What its kind is called: `People become roles`.
 */
heading: string, 
/**
 * As it is written; of a secret only the beginning.
 */
originals: Array<string>, 
/**
 * What stands there instead.
 */
replacement: string, 
/**
 * How often it stands in the document.
 */
count: number, 
/**
 * Whether it is replaced.
 */
taken: boolean, 
/**
 * Whether a person may leave it.
 */
may_stay: boolean, };
