// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RunbookOutcomeKind } from "./RunbookOutcomeKind";

/**
 * One case of what can be seen.
 */
export type RunbookOutcome = { 
/**
 * Its sentence: `If above, continue.`
 */
text: string, 
/**
 * What follows.
 */
kind: RunbookOutcomeKind, };
