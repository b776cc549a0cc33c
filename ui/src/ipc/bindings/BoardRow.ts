// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ActionItemView } from "./ActionItemView";
import type { Severity } from "./Severity";

/**
 * An action item with the incident that asked for it.
 */
export type BoardRow = { 
/**
 * The incident's handle.
 */
handle: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How bad it was at its worst.
 */
severity: Severity, 
/**
 * When it began: `2026-11-23`.
 */
day: string, 
/**
 * The item.
 */
item: ActionItemView, 
/**
 * `2 d late`, where it is.
 */
late: string | null, 
/**
 * Since when somebody works on it: `2026-11-20`.
 */
started: string | null, 
/**
 * The whys that it answers.
 */
answers: Array<string>, };
