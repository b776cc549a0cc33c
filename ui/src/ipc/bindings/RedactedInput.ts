// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { OtherWord } from "./OtherWord";
import type { PictureChoice } from "./PictureChoice";

/**
 * What a person chose for a redacted copy.
 */
export type RedactedInput = { 
/**
 * The pictures that are given; without them none.
 */
pictures: Array<PictureChoice>, 
/**
 * Words that stay as they are.
 */
keep: Array<string>, 
/**
 * Words that become others than Sitrep would put there; also such as it does not find.
 */
replace: Array<OtherWord>, };
