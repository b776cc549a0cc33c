// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DeployAnswer } from "./DeployAnswer";

/**
 * A question about recent changes.
 */
export type DeployQuestionView = { 
/**
 * Its id.
 */
id: string, 
/**
 * As asked.
 */
question: string, 
/**
 * The answer; none as long as it is open.
 */
answer: DeployAnswer | null, 
/**
 * The same in words, with the changes: `Yes: v314 of 13:45 UTC`.
 */
answer_label: string | null, 
/**
 * Whether a yes needs to be told what was changed: no change of its kinds is noted yet.
 */
needs_change: boolean, };
