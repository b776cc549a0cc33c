// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookInline } from "./RunbookInline";

/**
 * A prerequisite.
 */
export type PrerequisiteView = { 
/**
 * From 1.
 */
number: number, 
/**
 * Its words.
 */
words: Array<RunbookInline>, 
/**
 * Whether it is ticked.
 */
done: boolean, };
