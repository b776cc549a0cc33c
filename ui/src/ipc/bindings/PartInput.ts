// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";
import type { ReviewField } from "./ReviewField";

/**
 * A part of the review as it is to read.
 */
export type PartInput = { 
/**
 * Which part.
 */
field: ReviewField, 
/**
 * The words; none take it out.
 */
text: string, 
/**
 * The version that its writer saw; none where nothing was written yet.
 */
saw: EventId | null, };
