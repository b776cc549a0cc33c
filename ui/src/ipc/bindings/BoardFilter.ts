// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ActionKind } from "./ActionKind";
import type { ActionPriority } from "./ActionPriority";

/**
 * Which action items are shown. What is left out leaves nothing out.
 */
export type BoardFilter = { 
/**
 * Whose; `nobody` for those that nobody owns.
 */
owner: string | null, 
/**
 * Of which kind.
 */
kind: ActionKind | null, 
/**
 * How much they matter.
 */
priority: ActionPriority | null, 
/**
 * Of incidents of this service.
 */
service: string | null, 
/**
 * Those that are closed, too.
 */
closed: boolean, };
