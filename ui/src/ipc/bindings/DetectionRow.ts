// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Detection } from "./Detection";

/**
 * How many were detected in a way.
 */
export type DetectionRow = { 
/**
 * How; none where nobody said.
 */
detected: Detection | null, 
/**
 * The same in words.
 */
label: string, 
/**
 * How many.
 */
count: number, 
/**
 * Of all, in percent.
 */
percent: number | null, 
/**
 * How long after their start somebody knew of them, at the median.
 */
median_seconds: number | null, 
/**
 * The same in words.
 */
median: string | null, 
/**
 * Which.
 */
incidents: Array<string>, };
