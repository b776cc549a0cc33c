// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { InvestigationStep } from "./InvestigationStep";
import type { StepState } from "./StepState";

/**
 * A step of the investigation.
 */
export type StepView = { 
/**
 * Which.
 */
step: InvestigationStep, 
/**
 * `Check dashboards`.
 */
label: string, 
/**
 * Where it stands.
 */
state: StepState, 
/**
 * The same in words.
 */
state_label: string, 
/**
 * Why it was left out, if it was; what is open, where it is done all the same.
 */
because: string | null, 
/**
 * The time spent on it: `12 min`; none before it was begun.
 */
spent: string | null, };
