// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FigureHeading } from "./FigureHeading";
import type { SeverityRow } from "./SeverityRow";
import type { WeekRow } from "./WeekRow";

/**
 * The incidents, by severity and week.
 */
export type IncidentFigures = { 
/**
 * `31 incidents`.
 */
heading: FigureHeading, 
/**
 * How many.
 */
total: number, 
/**
 * Each week of the range, also where nothing began in it.
 */
weeks: Array<WeekRow>, 
/**
 * A row a severity, the worst first.
 */
severities: Array<SeverityRow>, 
/**
 * The same of all.
 */
all: SeverityRow, };
