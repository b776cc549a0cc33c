// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { UpdateField } from "./UpdateField";

/**
 * A field of an update.
 */
export type ComposedField = { 
/**
 * Which.
 */
field: UpdateField, 
/**
 * Its name on screen.
 */
label: string, 
/**
 * What it says.
 */
value: string, 
/**
 * Where that comes from: `from the timeline since 14:18`.
 */
source: string | null, 
/**
 * What to write, when it is empty.
 */
hint: string, 
/**
 * Whether it holds several lines.
 */
multiline: boolean, 
/**
 * Whether it must be filled and is not.
 */
missing: boolean, 
/**
 * What of it names or blames somebody where a review will repeat it, and why not; advice alone.
 */
advice: string | null, 
/**
 * What the facts say by now, where the value was carried over from the last update.
 */
newer: string | null, 
/**
 * `the same since 14:18`, where it has said the same for two updates or more.
 */
stale: string | null, };
