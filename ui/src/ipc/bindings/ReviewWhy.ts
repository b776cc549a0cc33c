// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { BlamelessAdvice } from "./BlamelessAdvice";
import type { EventId } from "./EventId";
import type { WhyLink } from "./WhyLink";

/**
 * A why, in the order in which the tree is read.
 */
export type ReviewWhy = { 
/**
 * The event that added it.
 */
id: EventId, 
/**
 * How deep it stands, from 1.
 */
depth: number, 
/**
 * Under which it stands.
 */
under: EventId | null, 
/**
 * Whether another reason of the same answer follows it.
 */
has_next: boolean, 
/**
 * What it asks and answers, as it is typed.
 */
text: string, 
/**
 * The version that stands.
 */
version: EventId, 
/**
 * Whether it is a root cause.
 */
root_cause: boolean, 
/**
 * What it is linked to.
 */
links: Array<WhyLink>, 
/**
 * Words in it to look at.
 */
marks: Array<BlamelessAdvice>, };
