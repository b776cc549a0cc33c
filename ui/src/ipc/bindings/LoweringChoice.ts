// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Lowering } from "./Lowering";

/**
 * One of the two answers to why a severity is lowered.
 */
export type LoweringChoice = { 
/**
 * Which.
 */
lowering: Lowering, 
/**
 * The answer: `It got better`.
 */
label: string, 
/**
 * What comes of it for what is owed.
 */
says: string, };
