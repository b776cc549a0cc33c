// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { EvidenceSide } from "./EvidenceSide";

/**
 * A new piece of evidence.
 */
export type EvidenceInput = { 
/**
 * For or against.
 */
side: EvidenceSide, 
/**
 * The words.
 */
text: string, 
/**
 * The entry, finding or change that it is taken from.
 */
source: EventId | null, };
