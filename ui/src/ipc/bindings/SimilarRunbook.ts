// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A runbook that was run.
 */
export type SimilarRunbook = { 
/**
 * What it is called.
 */
title: string, 
/**
 * Its folder's name and its place in it.
 */
path: string, 
/**
 * How it went: `went well`, `2 of 4 steps done`.
 */
went: string, };
