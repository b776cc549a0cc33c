// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { SearchHit } from "./SearchHit";
import type { SearchState } from "./SearchState";
import type { Severity } from "./Severity";
import type { Status } from "./Status";

/**
 * An incident that was found.
 */
export type IncidentHits = { 
/**
 * Its handle.
 */
handle: string, 
/**
 * What is wrong.
 */
title: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * Where it stands.
 */
status: Status, 
/**
 * The same for who looks back.
 */
state: SearchState, 
/**
 * The services it touches.
 */
services: Array<string>, 
/**
 * The day on which it began, for a list: `23 Nov`, `23 Nov 2025`.
 */
day: string, 
/**
 * When it began (UTC).
 */
started_at: string, 
/**
 * When it was resolved (UTC), if it was.
 */
resolved_at: string | null, 
/**
 * How many hits it has.
 */
hits_total: number, 
/**
 * The first of them in the order of recording, or the best.
 */
hits: Array<SearchHit>, };
