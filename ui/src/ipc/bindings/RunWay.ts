// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookFilledPart } from "./RunbookFilledPart";

/**
 * One way to do it.
 */
export type RunWay = { 
/**
 * What it is called; empty for the only one.
 */
label: string, 
/**
 * Its parts, the places among them.
 */
parts: Array<RunbookFilledPart>, 
/**
 * What is copied; none while a place is unfilled.
 */
text: string | null, };
