// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RepositoryRows } from "./RepositoryRows";

/**
 * The changes before an incident, repository by repository.
 */
export type RecentChanges = { 
/**
 * When the incident began, UTC.
 */
onset: string, 
/**
 * From when on changes are here, UTC.
 */
from: string, 
/**
 * `2 h before 14:00 UTC`.
 */
window: string, 
/**
 * How long that is, in seconds.
 */
length: number, 
/**
 * Times at even distances over it, the start last: `12:00`, `12:30`, to `start 14:00`.
 */
ticks: Array<string>, 
/**
 * The repositories, in the order of the services; none when no service of the incident names one.
 */
repositories: Array<RepositoryRows>, };
