// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { CourseView } from "./CourseView";
import type { ReviewIdea } from "./ReviewIdea";
import type { ReviewLine } from "./ReviewLine";
import type { ReviewPart } from "./ReviewPart";
import type { ReviewPrinciple } from "./ReviewPrinciple";
import type { ReviewStatus } from "./ReviewStatus";
import type { ReviewWhy } from "./ReviewWhy";

/**
 * The review while it is written.
 */
export type ReviewScreen = { 
/**
 * How far it has come.
 */
status: ReviewStatus, 
/**
 * Who writes it.
 */
author: string, 
/**
 * When it was written on last: `17:31 UTC`; none where nobody has.
 */
saved: string | null, 
/**
 * How many versions its parts have had.
 */
versions: number, 
/**
 * The sections that somebody has still to write.
 */
open: Array<string>, 
/**
 * The picture of the incident.
 */
course: CourseView, 
/**
 * Its parts, in their order, the team's own last.
 */
parts: Array<ReviewPart>, 
/**
 * The timeline.
 */
lines: Array<ReviewLine>, 
/**
 * How many lines there are in all.
 */
lines_total: number, 
/**
 * How many stand in the review.
 */
lines_chosen: number, 
/**
 * The whys, in the order in which the tree is read.
 */
whys: Array<ReviewWhy>, 
/**
 * What might be done, before anybody has promised it.
 */
ideas: Array<ReviewIdea>, 
/**
 * What a review keeps to.
 */
principles: Array<ReviewPrinciple>, };
