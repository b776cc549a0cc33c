// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { CauseRow } from "./CauseRow";
import type { FigureHeading } from "./FigureHeading";

/**
 * The causes: the kind of change where it was one that was noted, else the words.
 */
export type CauseFigures = { 
/**
 * `9 of 31 caused by a deploy`.
 */
heading: FigureHeading, 
/**
 * A row a cause, the most frequent first.
 */
rows: Array<CauseRow>, 
/**
 * How many have no cause that somebody confirmed or told.
 */
without: number, 
/**
 * Which.
 */
incidents_without: Array<string>, };
