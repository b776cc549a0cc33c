// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DeployAnswer } from "./DeployAnswer";

/**
 * An answer to a question about recent changes.
 */
export type DeployAnswerInput = { 
/**
 * The id of the question.
 */
id: string, 
/**
 * The answer.
 */
answer: DeployAnswer, 
/**
 * With yes: what was changed, where it is not noted yet.
 */
change: string | null, 
/**
 * When that was made, as typed.
 */
at: string | null, };
