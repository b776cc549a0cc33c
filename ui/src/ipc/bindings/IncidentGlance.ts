// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { Severity } from "./Severity";
import type { SimilarRunbook } from "./SimilarRunbook";

export type IncidentGlance = { handle: string, title: string, severity: Severity, line: string, cause: string | null, fixed_by: string | null, runbook: SimilarRunbook | null, open: string | null, };
