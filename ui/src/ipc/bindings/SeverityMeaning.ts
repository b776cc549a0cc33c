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
 * Examples.
 */
examples: Array<string>, 
/**
 * `< 30 minutes`.
 */
response: string, 
/**
 * `Every 30 minutes`.
 */
update_cadence: string, 
/**
 * `update every 15 min`, for the chooser.
 */
cadence: string, 
/**
 * `On-call engineer`.
 */
responders: string, };
