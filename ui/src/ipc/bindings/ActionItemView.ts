// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ActionKind } from "./ActionKind";
import type { ActionPriority } from "./ActionPriority";
import type { EventId } from "./EventId";

/**
 * An action item.
 */
export type ActionItemView = { 
/**
 * The event behind it.
 */
id: EventId, 
/**
 * What to do.
 */
text: string, 
/**
 * Who does it.
 */
owner: string | null, 
/**
 * How much it matters.
 */
priority: ActionPriority, 
/**
 * The same in words.
 */
priority_label: string, 
/**
 * `2026-12-01`; none where nobody says.
 */
due: string | null, 
/**
 * What it is for, once somebody said so.
 */
kind: ActionKind | null, 
/**
 * The same in words.
 */
kind_label: string | null, 
/**
 * `TODO`, `In progress`, `Done`, `Dropped: …`.
 */
status: string, 
/**
 * Whether somebody works on it.
 */
started: boolean, 
/**
 * Whether it is still to be done.
 */
open: boolean, };
