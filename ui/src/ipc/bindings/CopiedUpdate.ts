// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * An update that was copied and counts as sent.
 */
export type CopiedUpdate = { 
/**
 * The event, for 'Not sent'.
 */
id: EventId, 
/**
 * What is on the clipboard.
 */
text: string, 
/**
 * `Copied and counted as sent. Next update by 15:12 UTC.`
 */
message: string, };
