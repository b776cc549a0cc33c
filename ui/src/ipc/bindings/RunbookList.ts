// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookFolder } from "./RunbookFolder";
import type { RunbookRow } from "./RunbookRow";

/**
 * The Runbooks screen.
 */
export type RunbookList = { 
/**
 * `34 in 2 folders, 4 with marks`.
 */
counted: string, 
/**
 * The runbooks, those with most marks first; what was searched for, the best first.
 */
rows: Array<RunbookRow>, 
/**
 * The folders, each with what could not be read in it.
 */
folders: Array<RunbookFolder>, };
