// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Detection } from "./Detection";

/**
 * A way to detect an incident.
 */
export type DetectionChoice = { 
/**
 * Which.
 */
detection: Detection, 
/**
 * `User report`.
 */
label: string, };
