// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * What was seen of a check.
 */
export type CheckEvidenceView = { 
/**
 * The words.
 */
text: string, 
/**
 * The entry, finding or command that it was taken from.
 */
source: EventId | null, 
/**
 * `14:50 UTC`.
 */
at: string, 
/**
 * Who wrote it down.
 */
by: string, };
