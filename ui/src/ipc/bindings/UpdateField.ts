// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * One thing an update needs to say.
 */
export type UpdateField = "impact" | "incident_commander" | "current_state" | "actions_taken" | "next_steps" | "root_cause" | "resolution" | "customer_impact" | "service_name" | "user_impact" | "customer_status";
