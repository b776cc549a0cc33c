// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * A piece of evidence.
 */
export type EvidenceView = { 
/**
 * The event that added it.
 */
id: EventId, 
/**
 * The words.
 */
text: string, 
/**
 * The entry, finding or change that it was taken from.
 */
source: EventId | null, 
/**
 * Who wrote it down.
 */
by: string, 
/**
 * `14:05 UTC`.
 */
at: string, };
