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
 * `On-call engineer + team lead, stakeholder notification`: who responds, by the severity table.
 */
responders: string, 
/**
 * Its ticket: a number or a link, once noted.
 */
ticket: string | null, 
/**
 * Who is assigned to that.
 */
assignee: string | null, 
/**
 * Whom to notify, and when that was done by whom.
 */
notify: Array<NotifiedView>, 
/**
 * Who and what helps with the incident's services.
 */
services: Array<ServiceHelp>, };
