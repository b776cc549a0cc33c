// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { DeadlineClock } from "./DeadlineClock";
import type { EventId } from "./EventId";
import type { Severity } from "./Severity";

/**
 * The clocks of one incident at one second.
 */
export type IncidentClock = { 
/**
 * The handle.
 */
handle: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * What is wrong.
 */
title: string, 
/**
 * Whether it is going on; else only its review or an action item is waited for.
 */
active: boolean, 
/**
 * `00:42:10`, since its start.
 */
elapsed: string, 
/**
 * `00:37:10`, since its detection.
 */
since_detection: string, 
/**
 * Open deadlines, the nearest first.
 */
deadlines: Array<DeadlineClock>, 
/**
 * Which of them asks for somebody next: one that is snoozed hides no other.
 */
next: DeadlineClock | null, 
/**
 * An update that was copied a short while ago and can still be taken back.
 */
just_copied: EventId | null, };
