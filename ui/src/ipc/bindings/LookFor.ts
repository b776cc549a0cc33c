// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FindingAbout } from "./FindingAbout";
import type { InvestigationStep } from "./InvestigationStep";

/**
 * Something to look for.
 */
export type LookFor = { 
/**
 * Which.
 */
about: FindingAbout, 
/**
 * `Errors`.
 */
label: string, 
/**
 * `Error rate spikes (when exactly did they start?)`.
 */
hint: string, 
/**
 * In which step.
 */
step: InvestigationStep, };
