// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { FindingAbout } from "./FindingAbout";
import type { InvestigationStep } from "./InvestigationStep";

/**
 * A finding.
 */
export type FindingView = { 
/**
 * The event behind it.
 */
id: EventId, 
/**
 * What it is about.
 */
about: FindingAbout, 
/**
 * The same in words.
 */
label: string, 
/**
 * The step that it belongs to.
 */
step: InvestigationStep, 
/**
 * The words.
 */
text: string, 
/**
 * `13:52 UTC`, since when it shows.
 */
onset: string | null, 
/**
 * `14:05 UTC`, when it was found.
 */
at: string, 
/**
 * Who found it.
 */
author: string, };
