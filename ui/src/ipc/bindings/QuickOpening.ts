// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { QuickAim } from "./QuickAim";

/**
 * What its page is to know of a showing.
 */
export type QuickOpening = { 
/**
 * Whether what is typed goes into practice.
 */
practice: boolean, 
/**
 * Where a line goes that names no incident.
 */
aim: QuickAim, 
/**
 * Whether that incident was asked for, which counts for more than what was chosen for a draft.
 */
asked: boolean, };
