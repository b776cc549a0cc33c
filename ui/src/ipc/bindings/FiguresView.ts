// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Figures } from "./Figures";

/**
 * The figures as a page draws them.
 */
export type FiguresView = { 
/**
 * The numbers, with their headings and the incidents behind them.
 */
figures: Figures, 
/**
 * The days: `31 Aug to 24 Nov 2026`.
 */
days: string, 
/**
 * Incidents by severity and week, as SVG that the page colours.
 */
weeks_chart: string, 
/**
 * How many weeks share one of its bars.
 */
weeks_per_bar: number, 
/**
 * The times to each milestone, as SVG that the page colours.
 */
times_chart: string, };
