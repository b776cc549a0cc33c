// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * An open time-box.
 */
export type TimeboxView = { 
/**
 * The event that set it.
 */
id: EventId, 
/**
 * What for.
 */
text: string, };
