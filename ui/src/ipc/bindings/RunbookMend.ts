// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookEdit } from "./RunbookEdit";

/**
 * How to mend it.
 */
export type RunbookMend = { 
/**
 * In words.
 */
words: string, 
/**
 * What is copied for it alone; none where only a person knows.
 */
copy: string | null, 
/**
 * The exact changes; none where only a person knows.
 */
edits: Array<RunbookEdit>, };
