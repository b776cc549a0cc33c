// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ContactView } from "./ContactView";
import type { RunbookView } from "./RunbookView";

/**
 * Who and what helps with one service.
 */
export type ServiceHelp = { 
/**
 * The service.
 */
service: string, 
/**
 * Which teams or people own it.
 */
owners: Array<string>, 
/**
 * Who helps.
 */
contacts: Array<ContactView>, 
/**
 * What to follow.
 */
runbooks: Array<RunbookView>, 
/**
 * The services that it needs.
 */
depends_on: Array<string>, };
