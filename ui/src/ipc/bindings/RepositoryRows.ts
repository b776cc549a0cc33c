// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ChangesProblem } from "./ChangesProblem";
import type { RecentChangeRow } from "./RecentChangeRow";

/**
 * One repository: its changes, or why they are not known.
 */
export type RepositoryRows = { 
/**
 * Its folder, as it was written down.
 */
path: string, 
/**
 * The branch that was read, such as `origin/main`; none for a HEAD that is on no branch.
 */
branch: string | null, 
/**
 * The changes, the newest first.
 */
changes: Array<RecentChangeRow>, 
/**
 * How old this is: `fetched 3 h ago`, `never fetched`.
 */
fetched: string, 
/**
 * What else there is to know, in plain sentences: a part of the history, more changes.
 */
notes: Array<string>, 
/**
 * Why the changes are not known.
 */
problem: ChangesProblem | null, };
