// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { TranscriptRow } from "./TranscriptRow";

/**
 * What a transcript would be recorded as. Nothing is recorded yet.
 */
export type TranscriptPreview = { 
/**
 * The format it was read in: `Slack`; none when no times were found.
 */
format: string | null, 
/**
 * `12 entries found, read as Slack.`
 */
summary: string, 
/**
 * How many entries are ticked.
 */
count: number, 
/**
 * How many secrets were taken out of the texts.
 */
masked: number, 
/**
 * `2 secrets were taken out.`
 */
masked_line: string | null, 
/**
 * How far this computer's zone is ahead of UTC: `+02:00`.
 */
computer_zone: string, 
/**
 * The entries, in the order of the text.
 */
rows: Array<TranscriptRow>, };
