// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { CourseRow } from "./CourseRow";
import type { FactBeside } from "./FactBeside";

/**
 * The course of the incident.
 */
export type CourseView = { 
/**
 * The picture as SVG, in the page's colours; every word in it is escaped.
 */
svg: string, 
/**
 * Figures in words.
 */
facts: Array<FactBeside>, 
/**
 * The same as a table, for who cannot see it.
 */
rows: Array<CourseRow>, };
