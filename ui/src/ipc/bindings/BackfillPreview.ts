// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ReadLine } from "./ReadLine";
import type { Severity } from "./Severity";

/**
 * What it would be recorded as. Nothing is recorded yet.
 */
export type BackfillPreview = { 
/**
 * What was wrong.
 */
title: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * When it began.
 */
started_at: string, 
/**
 * When it was declared.
 */
declared_at: string, 
/**
 * When it was over.
 */
resolved_at: string, 
/**
 * The three in words.
 */
times: string, 
/**
 * How many lines its timeline has.
 */
lines: number, 
/**
 * How many whys.
 */
whys: number, 
/**
 * How many action items.
 */
actions: number, 
/**
 * The parts of its review.
 */
parts: Array<string>, 
/**
 * Whether its review is complete.
 */
complete: boolean, 
/**
 * What nobody says, and what it is taken as.
 */
assumed: Array<string>, 
/**
 * What became of each line that shows something.
 */
read: Array<ReadLine>, };
