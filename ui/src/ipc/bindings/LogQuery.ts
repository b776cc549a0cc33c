// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A query to copy.
 */
export type LogQuery = { 
/**
 * The platform's id.
 */
platform: string, 
/**
 * The platform's name on screen.
 */
title: string, 
/**
 * The service it asks about.
 */
service: string, 
/**
 * The query.
 */
query: string, 
/**
 * What is set beside it, such as the time range, in words.
 */
around: string | null, 
/**
 * Places that nothing is known for; they stand in the query as `{name}`.
 */
missing: Array<string>, };
