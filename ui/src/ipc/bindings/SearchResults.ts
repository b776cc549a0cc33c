// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { IncidentHits } from "./IncidentHits";
import type { SearchCoverage } from "./SearchCoverage";

/**
 * What was found.
 */
export type SearchResults = { 
/**
 * The incidents that are shown.
 */
incidents: Array<IncidentHits>, 
/**
 * How many hits there are in all incidents.
 */
hits_total: number, 
/**
 * How many incidents there are.
 */
incidents_total: number, 
/**
 * Whether those are all: hits of a word that stands everywhere are not counted to their end.
 */
is_all: boolean, 
/**
 * `24 hits in 8 incidents`, `More than 5,000 hits`.
 */
in_words: string, 
/**
 * How many hits there are without the filters, where with them there is none.
 */
without_filters: number, 
/**
 * Whether signs such as `++` were asked for, which are looked for in the newest lines alone.
 */
newest_alone: boolean, 
/**
 * How much of what was written was looked through.
 */
coverage: SearchCoverage, };
