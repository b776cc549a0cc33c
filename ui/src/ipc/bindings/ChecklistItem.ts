// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ChecklistLine } from "./ChecklistLine";

/**
 * One line of the response checklist as it stands.
 */
export type ChecklistItem = { 
/**
 * Which.
 */
line: ChecklistLine, 
/**
 * The line, in the seed's words.
 */
label: string, 
/**
 * Whether it is done.
 */
done: boolean, 
/**
 * By which fact, or that it was ticked by hand; empty while it is not done.
 */
by: string, 
/**
 * Whether it counts as done because the severity does not ask for it.
 */
exempt: boolean, 
/**
 * Whether a person may tick it, or take a tick back.
 */
by_hand: boolean, };
