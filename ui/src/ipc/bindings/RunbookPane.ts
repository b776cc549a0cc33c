// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunLine } from "./RunLine";
import type { RunView } from "./RunView";
import type { SuggestedRunbook } from "./SuggestedRunbook";

/**
 * The Runbook pane.
 */
export type RunbookPane = { 
/**
 * The run that is looked at.
 */
run: RunView | null, 
/**
 * What its runbook is to this incident, or that it changed since the run began.
 */
why: string | null, 
/**
 * The other runs, the newest first.
 */
other_runs: Array<RunLine>, 
/**
 * The runbooks that may fit, the strongest reason first.
 */
suggested: Array<SuggestedRunbook>, 
/**
 * That there is none, and what to do.
 */
none: string | null, };
