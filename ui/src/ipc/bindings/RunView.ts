// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { PrerequisiteView } from "./PrerequisiteView";
import type { RunStepView } from "./RunStepView";
import type { RunbookBlock } from "./RunbookBlock";
import type { ServiceHelp } from "./ServiceHelp";

/**
 * A run.
 */
export type RunView = { 
/**
 * The event that began it.
 */
id: EventId, 
/**
 * What the runbook is called.
 */
title: string, 
/**
 * Its folder's name and its place in it.
 */
path: string, 
/**
 * `version 7, begun 14:07 UTC @li`.
 */
about: string, 
/**
 * When to use it.
 */
when_to_use: Array<RunbookBlock>, 
/**
 * What must be there before step 1.
 */
prerequisites: Array<PrerequisiteView>, 
/**
 * Its steps.
 */
steps: Array<RunStepView>, 
/**
 * The first that is neither done nor left.
 */
current: number | null, 
/**
 * `2 of 4`, for the tab.
 */
progress: string, 
/**
 * `finished 14:20 UTC`, if it ended.
 */
ended: string | null, 
/**
 * Whether it ended well: then it may be stamped as verified.
 */
went_well: boolean, 
/**
 * Whom its escalation leads to: who owns and helps with the incident's services.
 */
helpers: Array<ServiceHelp>, };
