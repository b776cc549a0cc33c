// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";
import type { Status } from "./Status";

/**
 * An incident that was declared before under the same title.
 */
export type DeclaredAlready = { 
/**
 * Its handle.
 */
handle: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * What is wrong, as it stands there.
 */
title: string, 
/**
 * Where it stands.
 */
status: Status, 
/**
 * When it was declared: `14:00 UTC`.
 */
declared: string, 
/**
 * To what it could be raised, where the second was declared as worse.
 */
raise_to: Severity | null, };
