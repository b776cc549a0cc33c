// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * A row of the severity chooser.
 */
export type SeverityMeaning = { 
/**
 * P0 to P3.
 */
severity: Severity, 
/**
 * Total Outage.
 */
name: string, 
/**
 * What it means, in a short line.
 */
meaning: string, 
/**
 * What it means, in full.
 */
description: string, 
/**
 * Examples, in one line.
 */
examples: string, 
/**
 * `update every 15 min`.
 */
cadence: string, 
/**
 * Who responds.
 */
responders: string, };
