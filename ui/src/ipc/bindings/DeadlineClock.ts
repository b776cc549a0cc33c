// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Audience } from "./Audience";
import type { ClockLevel } from "./ClockLevel";
import type { DeadlineKind } from "./DeadlineKind";

/**
 * A running deadline as shown at one second.
 */
export type DeadlineClock = { 
/**
 * The deadline's key.
 */
key: string, 
/**
 * What is due.
 */
kind: DeadlineKind, 
/**
 * To whom, for an update.
 */
audience: Audience | null, 
/**
 * What it is about, for a time-box, an action item or an all-clear; to which severity, for an escalation.
 */
subject: string | null, 
/**
 * The words before the clock: `Status update due in`.
 */
label: string, 
/**
 * The same in few words, for lists: `Update due in`.
 */
short_label: string, 
/**
 * The clock: `06:12`.
 */
clock: string, 
/**
 * The same for lists: over an hour the minute is enough, and where nothing is near nothing is drawn anew: `1:59 h`.
 */
short_clock: string, 
/**
 * When: `at 14:48 UTC`, `was 14:48 UTC`.
 */
due: string, 
/**
 * The same as an instant (UTC).
 */
due_at: string, 
/**
 * What meets it.
 */
met_by: string, 
/**
 * How urgent it looks.
 */
level: ClockLevel, 
/**
 * Which share of its time is used, in percent, 100 at most.
 */
used_percent: number, 
/**
 * `until 14:53 UTC` or `for good`, while it is snoozed.
 */
snoozed: string | null, 
/**
 * Whether its first reminder has come and it waits for somebody.
 */
pressing: boolean, };
