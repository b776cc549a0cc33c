// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * The incident a quick entry goes to, as it is shown.
 */
export type QuickTarget = { 
/**
 * Its handle.
 */
handle: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * What is wrong.
 */
title: string, 
/**
 * Its place among the active ones, from 1; 0 for one that is over.
 */
position: number, 
/**
 * How many are active.
 */
of: number, };
