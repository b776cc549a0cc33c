// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { PictureInCopy } from "./PictureInCopy";
import type { RedactionRow } from "./RedactionRow";

/**
 * A redacted copy before it is handed on.
 */
export type RedactionPreview = { 
/**
 * The incident.
 */
handle: string, 
/**
 * What is wrong.
 */
title: string, 
/**
 * What becomes what, those of one heading together.
 */
rows: Array<RedactionRow>, 
/**
 * The pictures of the timeline.
 */
pictures: Array<PictureInCopy>, 
/**
 * The copy as it will be read.
 */
copy: string, 
/**
 * What still stands in it, for which it would not be handed on: `“eu-1.internal” is still in the copy`.
 */
still: string | null, };
