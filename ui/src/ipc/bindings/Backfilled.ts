// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { BackfillPreview } from "./BackfillPreview";
import type { IncidentSummary } from "./IncidentSummary";

/**
 * A past incident that was brought in.
 */
export type Backfilled = { 
/**
 * The incident.
 */
incident: IncidentSummary, 
/**
 * What was read.
 */
preview: BackfillPreview, };
