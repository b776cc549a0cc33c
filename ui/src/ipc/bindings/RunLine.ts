// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { EventId } from "./EventId";

/**
 * Another run.
 */
export type RunLine = { 
/**
 * The event that began it.
 */
id: EventId, 
/**
 * What its runbook is called.
 */
title: string, 
/**
 * `2 of 4, begun 14:07 UTC`.
 */
about: string, };
