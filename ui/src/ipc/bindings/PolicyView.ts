// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { PolicyValueView } from "./PolicyValueView";

/**
 * The policy in force, value by value.
 */
export type PolicyView = { 
/**
 * Where a team's own file would be.
 */
path: string, 
/**
 * The values, by key.
 */
values: Array<PolicyValueView>, 
/**
 * Why the file is not followed, if it is not: `line 12, severity.P1.update_every_minutes: …`.
 */
problem: string | null, };
