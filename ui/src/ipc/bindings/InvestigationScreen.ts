// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ChangeView } from "./ChangeView";
import type { DeployQuestionView } from "./DeployQuestionView";
import type { FindingView } from "./FindingView";
import type { HypothesisView } from "./HypothesisView";
import type { LookFor } from "./LookFor";
import type { StatusOffer } from "./StatusOffer";
import type { StepView } from "./StepView";
import type { Verification } from "./Verification";

/**
 * The Investigate pane.
 */
export type InvestigationScreen = { 
/**
 * The five steps.
 */
steps: Array<StepView>, 
/**
 * What a finding can be about.
 */
look_for: Array<LookFor>, 
/**
 * The findings, the newest last.
 */
findings: Array<FindingView>, 
/**
 * The changes, by when they were made.
 */
changes: Array<ChangeView>, 
/**
 * What to answer about recent changes.
 */
questions: Array<DeployQuestionView>, 
/**
 * The hypotheses, in the order in which they were written down.
 */
hypotheses: Array<HypothesisView>, 
/**
 * The five checks of step 5.
 */
verification: Verification, 
/**
 * `A new error at 14:50 UTC started the quiet time again.`, if one did.
 */
quiet_restarted: string | null, 
/**
 * A status that what is known speaks for.
 */
offer: StatusOffer | null, };
