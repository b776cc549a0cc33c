// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { AssignedKey } from "./AssignedKey";
import type { ShortcutSteps } from "./ShortcutSteps";

/**
 * The keys on a desktop that lets no program take keys itself.
 */
export type DesktopKeysView = { 
/**
 * Whether it can be asked for them.
 */
can_ask: boolean, 
/**
 * What it assigned.
 */
assigned: Array<AssignedKey>, 
/**
 * How to bind quick entry in the desktop's own settings instead.
 */
steps: ShortcutSteps, };
