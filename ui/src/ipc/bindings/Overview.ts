// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { IncidentSummary } from "./IncidentSummary";
import type { OwedReview } from "./OwedReview";
import type { RecentIncident } from "./RecentIncident";
import type { SeverityMeaning } from "./SeverityMeaning";

/**
 * What the window shows besides one incident: rail and empty screen.
 */
export type Overview = { 
/**
 * Active incidents, the worst first, then by next due.
 */
active: Array<IncidentSummary>, 
/**
 * The last resolved ones, newest first, with how long ago (`12 h`).
 */
recent: Array<RecentIncident>, 
/**
 * The last withdrawn ones, which are shown only to who looks for them.
 */
withdrawn: Array<IncidentSummary>, 
/**
 * The severity chooser's rows, the worst first.
 */
severities: Array<SeverityMeaning>, 
/**
 * Reviews that are still owed.
 */
owed_reviews: Array<OwedReview>, 
/**
 * `No active incident. The last one closed 12 hours ago.`
 */
quiet_line: string, 
/**
 * Whether this is the practice folder.
 */
practice: boolean, };
