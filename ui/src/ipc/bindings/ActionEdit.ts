// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ActionKind } from "./ActionKind";
import type { ActionPriority } from "./ActionPriority";

/**
 * What is to change of an action item; what is left out stays.
 */
export type ActionEdit = { 
/**
 * Its words.
 */
text: string | null, 
/**
 * How much it matters.
 */
priority: ActionPriority | null, 
/**
 * What it is for.
 */
kind: ActionKind | null, 
/**
 * By the end of which day, as typed; empty for no date.
 */
due: string | null, };
