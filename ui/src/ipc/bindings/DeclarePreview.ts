// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DeclaredAlready } from "./DeclaredAlready";
import type { DoubtView } from "./DoubtView";
import type { Problem } from "./Problem";
import type { Severity } from "./Severity";

/**
 * What a declaration will be, shown while it is typed.
 */
export type DeclarePreview = { 
/**
 * What it would be called.
 */
title: string, 
/**
 * How bad, if that is known yet.
 */
severity: Severity | null, 
/**
 * Why it is P0 by the security rule.
 */
security_reason: string | null, 
/**
 * `#incident-2026-11-23-payments-failing`.
 */
channel: string | null, 
/**
 * `Started 14:00 UTC, 42 min ago`.
 */
started: string, 
/**
 * What is wrong with the input, if something is.
 */
problem: Problem | null, 
/**
 * A higher severity that what is typed reads like, or one where none is chosen.
 */
doubt: DoubtView | null, 
/**
 * One of this title that is there already, which is offered instead.
 */
already: DeclaredAlready | null, };
