// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookOutcome } from "./RunbookOutcome";

/**
 * What should be seen.
 */
export type RunbookExpected = { 
/**
 * Without `**Expected**:`.
 */
text: string, 
/**
 * Where it stands.
 */
line: number, 
/**
 * What to do in which case; fewer than two are no branch.
 */
outcomes: Array<RunbookOutcome>, 
/**
 * Until when it should be so, in minutes.
 */
within: number | null, };
