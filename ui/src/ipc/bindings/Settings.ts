// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Theme } from "./Theme";

/**
 * What a person can set.
 */
export type Settings = { 
/**
 * Who writes, as `@name`.
 */
author: string, 
/**
 * `dark`, `light` or `system`.
 */
theme: Theme, 
/**
 * The chord that opens quick entry, such as `Ctrl+Alt+Space`.
 */
quick_entry_hotkey: string, 
/**
 * The chord that declares from anywhere.
 */
declare_hotkey: string, 
/**
 * Whether a P0's deadline is heard as well as seen.
 */
p0_sound: boolean, 
/**
 * The zone that times are typed in: `UTC`, `local`, or one by its name, such as `Europe/Berlin`.
 */
zone: string, };
