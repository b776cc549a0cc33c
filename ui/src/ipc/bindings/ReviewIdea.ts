// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * What might be done.
 */
export type ReviewIdea = { 
/**
 * The event that added it.
 */
id: EventId, 
/**
 * The words.
 */
text: string, };
