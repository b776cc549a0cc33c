// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ImpactQuestion } from "./ImpactQuestion";

/**
 * One impact question.
 */
export type ImpactQuestionView = { 
/**
 * Which.
 */
question: ImpactQuestion, 
/**
 * As asked.
 */
prompt: string, 
/**
 * What to look at.
 */
hint: string, 
/**
 * Usual answers to pick.
 */
choices: Array<string>, 
/**
 * The answer, once given.
 */
answer: string | null, };
