// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * An entry that was found.
 */
export type TranscriptRow = { 
/**
 * When it happened (UTC); none for words before the first time.
 */
at: string | null, 
/**
 * `14:05 UTC`, with its date when that is not today; empty without a time.
 */
time: string, 
/**
 * `37 min ago`; empty without a time.
 */
ago: string, 
/**
 * Who wrote it, as `@ana`.
 */
author: string | null, 
/**
 * The words, without secrets.
 */
text: string, 
/**
 * Whether its day, its zone or its author was guessed.
 */
guessed: boolean, 
/**
 * Whether it is on the timeline already.
 */
duplicate: boolean, 
/**
 * Whether it can be recorded: it has a time, and that is past.
 */
recordable: boolean, 
/**
 * Whether it is recorded unless a person says otherwise.
 */
ticked: boolean, 
/**
 * What to know about it: `on the timeline already`, `no time`, `in the future`, `year guessed: near the incident`.
 */
note: string | null, };
