// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FigureHeading } from "./FigureHeading";
import type { TimeRow } from "./TimeRow";

/**
 * The times to each milestone.
 */
export type TimeFigures = { 
/**
 * `41 min to mitigate`.
 */
heading: FigureHeading, 
/**
 * A row a milestone, in their usual order.
 */
rows: Array<TimeRow>, };
