// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { BesideView } from "./BesideView";
import type { BlamelessAdvice } from "./BlamelessAdvice";
import type { EventId } from "./EventId";
import type { ReviewField } from "./ReviewField";

/**
 * A part of the review.
 */
export type ReviewPart = { 
/**
 * Which.
 */
field: ReviewField, 
/**
 * Its name on screen.
 */
label: string, 
/**
 * What stands there.
 */
text: string, 
/**
 * What it is to say.
 */
hint: string, 
/**
 * What the facts offer, where nothing stands there.
 */
offer: string | null, 
/**
 * What the facts say by now, where that is another than when it was written.
 */
newer: string | null, 
/**
 * The version that stands; none where nobody wrote it here.
 */
version: EventId | null, 
/**
 * Who wrote it last, and when: `@ana at 17:31 UTC`.
 */
written: string | null, 
/**
 * What another wrote, unseen by who wrote this.
 */
beside: BesideView | null, 
/**
 * Whether it is a single line.
 */
one_line: boolean, 
/**
 * Words in it to look at.
 */
marks: Array<BlamelessAdvice>, };
