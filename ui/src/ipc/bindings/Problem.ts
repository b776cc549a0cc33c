// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ProblemField } from "./ProblemField";

/**
 * Something that cannot be done as typed.
 */
export type Problem = { 
/**
 * Where.
 */
field: ProblemField, 
/**
 * What it is.
 */
message: string, 
/**
 * What would help, in the words of the door that asked.
 */
hint: string, };
