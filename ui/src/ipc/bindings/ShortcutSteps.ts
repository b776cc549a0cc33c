// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What to do, step by step.
 */
export type ShortcutSteps = { 
/**
 * The desktop they are for: `GNOME`.
 */
desktop: string, 
/**
 * What the key is to run: `sitrep quick`.
 */
command: string, 
/**
 * The steps, in order.
 */
steps: Array<string>, };
