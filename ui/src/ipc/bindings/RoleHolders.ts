// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * The four roles in the stable shape that scripts read.
 */
export type RoleHolders = { 
/**
 * Who commands.
 */
incident_commander: string | null, 
/**
 * Who leads the work.
 */
technical_lead: string | null, 
/**
 * Who writes the updates.
 */
communications_lead: string | null, 
/**
 * Who keeps the timeline.
 */
scribe: string | null, };
