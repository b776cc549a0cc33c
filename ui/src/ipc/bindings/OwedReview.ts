// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { IncidentSummary } from "./IncidentSummary";

/**
 * A review that is not complete.
 */
export type OwedReview = { 
/**
 * The incident.
 */
incident: IncidentSummary, 
/**
 * `due in 36 h`, `2 d late`.
 */
due: string, 
/**
 * Whether it is late.
 */
late: boolean, };
