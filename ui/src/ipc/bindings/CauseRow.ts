// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ChangeKind } from "./ChangeKind";

/**
 * The incidents of a cause.
 */
export type CauseRow = { 
/**
 * The kind of change, or the words.
 */
cause: string, 
/**
 * What kind of change it was; none where it is told in words alone.
 */
change: ChangeKind | null, 
/**
 * How many.
 */
count: number, 
/**
 * Which.
 */
incidents: Array<string>, };
