// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ActionKind } from "./ActionKind";
import type { ActionPriority } from "./ActionPriority";

/**
 * A new action item.
 */
export type ActionInput = { 
/**
 * What to do.
 */
text: string, 
/**
 * Who does it.
 */
owner: string | null, 
/**
 * How much it matters; medium unless said.
 */
priority: ActionPriority | null, 
/**
 * By the end of which day, as typed: `2026-12-01`, `5d`, `2w`; empty where nobody says yet.
 */
due: string, 
/**
 * What it is for, if somebody says so.
 */
kind: ActionKind | null, };
