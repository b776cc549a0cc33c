// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { AttachedTextId } from "./AttachedTextId";

/**
 * A text that goes with an entry, as it was when it was attached.
 */
export type AttachedText = { 
/**
 * Its name in the data.
 */
id: AttachedTextId, 
/**
 * What it is called: `dump.txt`.
 */
name: string, 
/**
 * How many lines it has.
 */
lines: number, };
