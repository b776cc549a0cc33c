// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { FindingAbout } from "./FindingAbout";

/**
 * A new finding.
 */
export type FindingInput = { 
/**
 * What it is about.
 */
about: FindingAbout, 
/**
 * The words.
 */
text: string, 
/**
 * Since when it shows, as typed.
 */
onset: string | null, 
/**
 * When it was found, as typed; now unless given.
 */
at: string | null, };
