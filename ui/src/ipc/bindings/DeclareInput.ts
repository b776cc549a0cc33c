// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Detection } from "./Detection";
import type { PictureId } from "./PictureId";
import type { Severity } from "./Severity";

/**
 * What declaring needs.
 */
export type DeclareInput = { 
/**
 * `P1 Payments failing at checkout`.
 */
line: string, 
/**
 * From the chooser, where the line names none.
 */
severity: Severity | null, 
/**
 * When it began, as typed; empty or none means now.
 */
started: string | null, 
/**
 * The checkbox.
 */
security: boolean, 
/**
 * The services it touches.
 */
services: Array<string>, 
/**
 * Who is affected and how.
 */
impact: string | null, 
/**
 * How it was detected, where that is known already.
 */
detected: Detection | null, 
/**
 * Pictures to begin the timeline with.
 */
pictures: Array<PictureId>, 
/**
 * A second one of the same title is meant.
 */
anyway: boolean, };
