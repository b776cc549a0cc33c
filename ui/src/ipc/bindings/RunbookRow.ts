// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A runbook in the list.
 */
export type RunbookRow = { 
/**
 * Its folder's name and its place in it.
 */
path: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * What it is for: its services, else its folder.
 */
of: string, 
/**
 * Days since it was verified; none where nobody said.
 */
verified_days: number | null, 
/**
 * Whether that is too long ago.
 */
stale: boolean, 
/**
 * How many marks it has.
 */
marks: number, 
/**
 * The line that has what was searched for.
 */
snippet: string, };
