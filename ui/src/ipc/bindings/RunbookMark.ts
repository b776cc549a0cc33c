// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookMend } from "./RunbookMend";
import type { RunbookRule } from "./RunbookRule";

/**
 * What is wrong at a line, why it matters, and how to mend it.
 */
export type RunbookMark = { 
/**
 * Which rule.
 */
rule: RunbookRule, 
/**
 * The line, from 1.
 */
line: number, 
/**
 * The first letter, from 1.
 */
column: number, 
/**
 * The letter behind the last.
 */
end_column: number, 
/**
 * What is wrong.
 */
message: string, 
/**
 * Why it matters.
 */
why: string, 
/**
 * How to mend it.
 */
mend: RunbookMend, };
