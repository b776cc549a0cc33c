// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ActionRow } from "./ActionRow";
import type { FigureHeading } from "./FigureHeading";

/**
 * The action items. One that is dropped, or not due yet, counts for nothing; one that is done does.
 */
export type ActionFigures = { 
/**
 * `28 of 39 actions on time`.
 */
heading: FigureHeading, 
/**
 * A row a priority, the highest first.
 */
rows: Array<ActionRow>, };
