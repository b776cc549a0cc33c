// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { IncidentSummary } from "./IncidentSummary";

/**
 * A resolved incident in the rail.
 */
export type RecentIncident = { 
/**
 * The incident.
 */
incident: IncidentSummary, 
/**
 * How long ago it was resolved: `12 h`.
 */
ago: string, };
