// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * What a why is linked to.
 */
export type WhyLink = { 
/**
 * The entry's or action item's event.
 */
id: EventId, 
/**
 * `14:08`, or `Action item`.
 */
label: string, 
/**
 * Its words.
 */
text: string, };
