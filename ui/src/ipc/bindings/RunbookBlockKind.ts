// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookCommand } from "./RunbookCommand";
import type { RunbookInline } from "./RunbookInline";

/**
 * What a block is.
 */
export type RunbookBlockKind = { "block": "heading", 
/**
 * 1 to 6.
 */
level: number, 
/**
 * Its words.
 */
words: Array<RunbookInline>, } | { "block": "words", 
/**
 * Its words.
 */
words: Array<RunbookInline>, } | { "block": "command" } & RunbookCommand | { "block": "code", 
/**
 * As the fence names it, in small letters; empty where it does not.
 */
language: string, 
/**
 * Without the fences.
 */
text: string, } | { "block": "table", 
/**
 * The cells of its head.
 */
head: Array<Array<RunbookInline>>, 
/**
 * The cells of each row.
 */
rows: Array<Array<Array<RunbookInline>>>, } | { "block": "plain", 
/**
 * Its lines.
 */
text: string, } | { "block": "rule" };
