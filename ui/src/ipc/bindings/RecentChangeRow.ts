// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RecentChangeKind } from "./RecentChangeKind";

/**
 * A change in a list.
 */
export type RecentChangeRow = { 
/**
 * `13:45 UTC`, with the date when it is not of today.
 */
time: string, 
/**
 * `15 min before`.
 */
before: string, 
/**
 * Its own full hash: the commit's, or that of an annotated tag. No two changes of a repository share one.
 */
id: string, 
/**
 * The full hash of the commit that it is, or that it tags.
 */
commit: string, 
/**
 * The commit's hash as git shortens it.
 */
short: string, 
/**
 * What it is.
 */
kind: RecentChangeKind, 
/**
 * When, UTC: a commit's committer date, an annotated tag's own date.
 */
at: string, 
/**
 * Who wrote the commit, or set the tag.
 */
author: string, 
/**
 * The first line of its message.
 */
subject: string, 
/**
 * The tags on the commit, or this tag.
 */
tags: Array<string>, 
/**
 * Whether it is the last one before the incident began.
 */
nearest_before_onset: boolean, 
/**
 * How long before, in seconds; negative for one that came after.
 */
age_before_onset: number, };
