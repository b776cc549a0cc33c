// Generated from Rust by `make bindings`. Change the Rust types instead.
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
 * `2026-12-01`.
 */
due: string, 
/**
 * `TODO`, `Done`, `Dropped: …`.
 */
status: string, 
/**
 * Whether it is still to be done.
 */
open: boolean, };
