// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { NotifiedView } from "./NotifiedView";
import type { RoleHeldView } from "./RoleHeldView";
import type { RoleView } from "./RoleView";
import type { ServiceHelp } from "./ServiceHelp";

/**
 * The Team pane.
 */
export type TeamScreen = { 
/**
 * The roles, filled or not.
 */
roles: Array<RoleView>, 
/**
 * Who held a role from when to when.
 */
history: Array<RoleHeldView>, 
/**
 * Whom to notify, and when that was done by whom.
 */
notify: Array<NotifiedView>, 
/**
 * `@ana commands and is Technical Lead at the same time. The Incident Commander does not debug.`
 */
warning: string | null, 
/**
 * Who and what helps with the incident's services.
 */
services: Array<ServiceHelp>, };
