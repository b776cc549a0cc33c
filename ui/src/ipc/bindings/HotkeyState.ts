// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DesktopKeysView } from "./DesktopKeysView";

/**
 * Whether the chord for quick entry works.
 */
export type HotkeyState = { 
/**
 * The chord, as set.
 */
chord: string, 
/**
 * Whether pressing it will work.
 */
works: boolean, 
/**
 * Why not, in words.
 */
problem: string | null, 
/**
 * Chords that were free when tried.
 */
suggestions: Array<string>, 
/**
 * Where the desktop alone gives keys, how that stands.
 */
desktop: DesktopKeysView | null, };
