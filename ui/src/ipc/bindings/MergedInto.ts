// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * An incident that another was merged into.
 */
export type MergedInto = { 
/**
 * Its handle.
 */
handle: string, 
/**
 * Its title.
 */
title: string, };
