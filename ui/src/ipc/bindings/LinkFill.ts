// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * What a link puts into the declaration's form, each cleaned and bounded. It is what somebody wrote into a link: a person looks at
 * it and declares.
 */
export type LinkFill = { 
/**
 * What is wrong.
 */
title: string | null, 
/**
 * The severity.
 */
severity: Severity | null, 
/**
 * The service.
 */
service: string | null, 
/**
 * When it began, as written; the form reads it as if it were typed.
 */
started: string | null, 
/**
 * Who is affected and how.
 */
impact: string | null, 
/**
 * The runbook, http or https.
 */
runbook: string | null, 
/**
 * An alert as text, for [`crate::read`].
 */
alert: string | null, 
/**
 * What of the link was not taken, a sentence each.
 */
notes: Array<string>, };
