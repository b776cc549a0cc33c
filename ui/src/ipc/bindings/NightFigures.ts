// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FigureHeading } from "./FigureHeading";
import type { NightRow } from "./NightRow";

/**
 * The night work.
 */
export type NightFigures = { 
/**
 * `11 h 20 of night work`.
 */
heading: FigureHeading, 
/**
 * The zone that the nights are of: `Europe/Berlin`.
 */
zone: string, 
/**
 * For how long in all.
 */
seconds: number, 
/**
 * The same in words: `11 h 20`; none where there was none.
 */
length: string | null, 
/**
 * A row a night with work in it, in order.
 */
nights: Array<NightRow>, };
