// Generated from Rust by `make bindings`. Change the Rust types instead.

/**
 * What a line is, for its glyph.
 */
export type TimelineKind = "declared" | "note" | "decision" | "status" | "severity" | "role" | "impact" | "people" | "update" | "clock" | "finding" | "change" | "investigation" | "hypothesis" | "mitigation" | "command" | "runbook" | "alert" | "verification" | "review" | "from_newer";
