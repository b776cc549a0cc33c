// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { SecurityNews } from "./SecurityNews";
import type { Severity } from "./Severity";

/**
 * What a quick entry did, and where.
 */
export type QuickDone = { 
/**
 * The incident.
 */
handle: string, 
/**
 * How bad it is since.
 */
severity: Severity, 
/**
 * What is wrong.
 */
title: string, 
/**
 * What was recorded: `Logged at 14:38 UTC`.
 */
message: string, 
/**
 * Whether it declared the incident.
 */
declared: boolean, 
/**
 * The entry that was logged, if it was one: this and no other is what undoing is about.
 */
entry: EventId | null, 
/**
 * `GitHub token removed: …`, where something in it read like a secret.
 */
removed: string | null, 
/**
 * `@ana commands and ran kubectl get pods. The Incident Commander does not debug.`, where this was the first to show it.
 */
debugging: string | null, 
/**
 * What its words were found to tell of security.
 */
security: SecurityNews | null, };
