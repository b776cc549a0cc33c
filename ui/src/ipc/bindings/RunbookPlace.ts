// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookPlaceStyle } from "./RunbookPlaceStyle";

/**
 * A place.
 */
export type RunbookPlace = { 
/**
 * As the text names it.
 */
name: string, 
/**
 * The same for every way to write it: `pod_name` for `<pod-name>` and `$POD_NAME`.
 */
key: string, 
/**
 * Its first byte.
 */
start: number, 
/**
 * The byte behind it.
 */
end: number, 
/**
 * How it is written.
 */
style: RunbookPlaceStyle, };
