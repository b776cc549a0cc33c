// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookAlternative } from "./RunbookAlternative";

/**
 * What is copied into a terminal.
 */
export type RunbookCommand = { 
/**
 * As the fence names it, in small letters; empty where it does not.
 */
language: string, 
/**
 * The line of its first letter.
 */
line: number, 
/**
 * As it stands in the text, without fences.
 */
text: string, 
/**
 * Whether the text shows a prompt. It is no part of what is copied.
 */
console: boolean, 
/**
 * What is copied: one, or several of which one is chosen. Never none.
 */
alternatives: Array<RunbookAlternative>, 
/**
 * What the text shows as printed, below the prompts.
 */
output: string | null, };
