// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookBlockKind } from "./RunbookBlockKind";
import type { RunbookLines } from "./RunbookLines";
import type { RunbookMarker } from "./RunbookMarker";

/**
 * One block. Lists and quotes are told by `indent`, `marker` and `quoted`, so that nothing is nested.
 */
export type RunbookBlock = { 
/**
 * Where it stands, with its fences.
 */
lines: RunbookLines, 
/**
 * In how many lists it lies.
 */
indent: number, 
/**
 * What stands before it, if it begins an item.
 */
marker: RunbookMarker | null, 
/**
 * Whether it lies in a quote.
 */
quoted: boolean, 
/**
 * What it is.
 */
kind: RunbookBlockKind, };
