// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { AlertLabel } from "./AlertLabel";
import type { Severity } from "./Severity";
import type { SuggestedRunbook } from "./SuggestedRunbook";
import type { WebLink } from "./WebLink";

/**
 * What a declaration would be.
 */
export type AlertProposal = { 
/**
 * What is wrong.
 */
title: string, 
/**
 * The severity that it tells; none where a person has to say.
 */
severity: Severity | null, 
/**
 * What that rests on.
 */
severity_reason: string, 
/**
 * `14:00 UTC, 4 min ago`; none where the alert tells no start.
 */
onset: string | null, 
/**
 * What that rests on.
 */
onset_reason: string, 
/**
 * The services it names.
 */
services: Array<string>, 
/**
 * Its labels, kept as findings.
 */
labels: Array<AlertLabel>, 
/**
 * Its links; nothing is opened by itself.
 */
links: Array<WebLink>, 
/**
 * The runbook that fits best.
 */
runbook: SuggestedRunbook | null, };
