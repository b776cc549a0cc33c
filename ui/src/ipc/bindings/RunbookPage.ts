// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookBlock } from "./RunbookBlock";
import type { RunbookMark } from "./RunbookMark";

/**
 * One runbook with its text and its marks.
 */
export type RunbookPage = { 
/**
 * Its folder's name and its place in it.
 */
path: string, 
/**
 * Where the file lies.
 */
file: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * `version 7, verified 12 d ago, 4 steps`.
 */
about: string, 
/**
 * Its lines.
 */
lines: Array<string>, 
/**
 * The same as it is read: headings, commands, tables, images.
 */
blocks: Array<RunbookBlock>, 
/**
 * What is wrong with it, by line.
 */
marks: Array<RunbookMark>, 
/**
 * All mends that can be made, as one patch; none where none can.
 */
patch: string | null, 
/**
 * What of the text is not as it stands in the file.
 */
note: string | null, };
