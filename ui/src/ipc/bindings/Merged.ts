// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Audience } from "./Audience";
import type { Severity } from "./Severity";

/**
 * An incident that became a part of another.
 */
export type Merged = { 
/**
 * The one that was merged.
 */
handle: string, 
/**
 * The one that it is a part of.
 */
into: string, 
/**
 * How many lines and action items were recorded there.
 */
recorded: number, 
/**
 * Who was told of the merged one, and so is to hear where it goes on.
 */
owed: Array<Audience>, 
/**
 * How bad the merged one was, where that is worse than the other is.
 */
worse: Severity | null, };
