// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * A line of the checklist.
 */
export type ChecklistLine = "impact_assessed" | "severity_documented" | "channel_opened" | "roles_assigned" | "stakeholders_notified" | "timeline_recorded" | "investigation_structured" | "mitigation_applied" | "resolution_verified" | "all_clear_sent" | "review_scheduled" | "action_items_created";
