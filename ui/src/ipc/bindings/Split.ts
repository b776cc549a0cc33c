// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { RoleHolders } from "./RoleHolders";
import type { Severity } from "./Severity";
import type { Status } from "./Status";

/**
 * An incident that was split off.
 */
export type Split = { 
/**
 * The one that its entries are from.
 */
from: string, 
/**
 * How many entries went along.
 */
entries: number, 
/**
 * Its name.
 */
handle: string, 
/**
 * What is wrong.
 */
title: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * The worst that it really was; none in a list kept by a Sitrep that did not know it.
 */
peak_severity: Severity | null, 
/**
 * Where it stands.
 */
status: Status, 
/**
 * When it began.
 */
started_at: string, 
/**
 * When it was declared.
 */
declared_at: string, 
/**
 * When somebody knew of it; none in a list kept by a Sitrep that did not know it.
 */
detected_at: string | null, 
/**
 * When it was resolved.
 */
resolved_at: string | null, 
/**
 * Why it was no incident, if it was withdrawn.
 */
withdrawn?: string | null, 
/**
 * Whether it is a security matter.
 */
security: boolean, 
/**
 * The services it touches.
 */
services: Array<string>, 
/**
 * Who does what.
 */
roles: RoleHolders, 
/**
 * The name of its channel.
 */
channel: string, 
/**
 * Where that opens, if somebody said so.
 */
channel_link?: string | null, 
/**
 * The call, if there is one: a link, a number, a code.
 */
bridge?: string | null, };
