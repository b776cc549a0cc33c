// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DetectionRow } from "./DetectionRow";
import type { FigureHeading } from "./FigureHeading";

/**
 * How incidents were detected.
 */
export type DetectionFigures = { 
/**
 * `19 of 31 by an alert`.
 */
heading: FigureHeading, 
/**
 * A row a way, in the procedure's order; the last is of those of which nobody said.
 */
rows: Array<DetectionRow>, };
