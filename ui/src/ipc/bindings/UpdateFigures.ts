// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FigureHeading } from "./FigureHeading";
import type { UpdateRow } from "./UpdateRow";

/**
 * How updates kept their time, by the cadence that the policy in force gives to the severity of that moment.
 */
export type UpdateFigures = { 
/**
 * `89% of updates on time`.
 */
heading: FigureHeading, 
/**
 * A row an audience.
 */
rows: Array<UpdateRow>, };
