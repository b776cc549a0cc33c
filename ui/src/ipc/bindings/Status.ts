// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * The five statuses, in the order in which an incident usually passes them.
 */
export type Status = "Investigating" | "Identified" | "Mitigating" | "Monitoring" | "Resolved";
