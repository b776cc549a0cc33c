// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A link to be opened by a person.
 */
export type WebLink = { 
/**
 * What it leads to: `Dashboard`.
 */
title: string, 
/**
 * Where: http or https.
 */
url: string, };
