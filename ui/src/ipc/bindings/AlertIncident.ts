// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";

/**
 * An incident that an alert may belong to.
 */
export type AlertIncident = { 
/**
 * Its handle.
 */
handle: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * What is wrong.
 */
title: string, 
/**
 * What they share.
 */
why: string, 
/**
 * Whether it is most likely the same matter.
 */
likely: boolean, };
