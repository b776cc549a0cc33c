// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * A runbook's text that is read.
 */
export type RunbookText = { "text": "run", 
/**
 * The incident.
 */
handle: string, 
/**
 * The event that began it.
 */
run: EventId, } | { "text": "file", 
/**
 * Its folder's name and its place in it.
 */
path: string, };
