// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * What is seen of a verification check.
 */
export type CheckEvidenceInput = { 
/**
 * The words.
 */
text: string, 
/**
 * The entry, finding or command that it is taken from.
 */
source: EventId | null, };
