// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Role } from "./Role";

/**
 * A role as shown.
 */
export type RoleView = { 
/**
 * Which role.
 */
role: Role, 
/**
 * Incident Commander.
 */
label: string, 
/**
 * IC.
 */
short_label: string, 
/**
 * What the role does.
 */
responsibility: string, 
/**
 * Who holds it.
 */
person: string | null, 
/**
 * Whether this severity asks for it.
 */
required: boolean, };
