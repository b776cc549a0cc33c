// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * Entries that were recorded together.
 */
export type RecordedTranscript = { 
/**
 * The incident they went to.
 */
handle: string, 
/**
 * The events, in the order of the transcript.
 */
ids: Array<EventId>, 
/**
 * `Logged 12 entries to P1 Payments failing at checkout`.
 */
message: string, };
