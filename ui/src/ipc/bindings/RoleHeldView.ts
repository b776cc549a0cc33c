// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Role } from "./Role";

/**
 * Who held a role from when to when.
 */
export type RoleHeldView = { 
/**
 * Which role.
 */
role: Role, 
/**
 * Incident Commander.
 */
label: string, 
/**
 * Who.
 */
person: string, 
/**
 * `14:05 UTC`.
 */
from: string, 
/**
 * `14:30 UTC`; none while it is held.
 */
to: string | null, };
