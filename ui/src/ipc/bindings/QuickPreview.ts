// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Problem } from "./Problem";
import type { QuickAim } from "./QuickAim";
import type { QuickTarget } from "./QuickTarget";
import type { TimelineKind } from "./TimelineKind";

/**
 * What Enter will do, shown while a quick entry is typed.
 */
export type QuickPreview = { 
/**
 * `14:38 UTC`, in the zone on display.
 */
time: string, 
/**
 * The same in the other of UTC and this computer's zone, where they differ: `15:38 +01:00`.
 */
elsewhere: string | null, 
/**
 * `4 min ago`, `now`.
 */
ago: string, 
/**
 * The token that gave the time, as typed, to be drawn in the accent colour.
 */
time_token: string | null, 
/**
 * `Note`, `Decision`, `Status: Mitigating`, `Declare`.
 */
what: string, 
/**
 * For its glyph.
 */
kind: TimelineKind, 
/**
 * Where it goes.
 */
target: QuickTarget | null, 
/**
 * What Enter is to carry for this line, so that it goes to that target whatever happens meanwhile.
 */
aim: QuickAim, 
/**
 * Whether Enter would do something.
 */
ready: boolean, 
/**
 * Whether Enter would declare an incident.
 */
declares: boolean, 
/**
 * What is wrong, if something is.
 */
problem: Problem | null, 
/**
 * One line to help: the verbs while a verb is typed, why it is P0.
 */
hint: string | null, };
