// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Theme } from "./Theme";

/**
 * What of the settings is to be another; the rest stays as it is by then.
 */
export type SettingsChange = { 
/**
 * Who writes.
 */
author?: string, 
/**
 * Which colours.
 */
theme?: Theme, 
/**
 * The chord that opens quick entry.
 */
quick_entry_hotkey?: string, 
/**
 * The chord that declares from anywhere.
 */
declare_hotkey?: string, 
/**
 * Whether a P0's deadline is heard.
 */
p0_sound?: boolean, 
/**
 * The zone that times are typed in.
 */
zone?: string, };
