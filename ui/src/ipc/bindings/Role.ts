// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A part somebody plays in the response.
 */
export type Role = "incident_commander" | "technical_lead" | "communications_lead" | "scribe";
