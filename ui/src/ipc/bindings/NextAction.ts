// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ImpactQuestion } from "./ImpactQuestion";
import type { InvestigationStep } from "./InvestigationStep";
import type { Role } from "./Role";
import type { Status } from "./Status";
import type { UpdateKind } from "./UpdateKind";

/**
 * What the next step's button does.
 */
export type NextAction = { "act": "answer_impact", 
/**
 * Which.
 */
question: ImpactQuestion, } | { "act": "answer_security" } | { "act": "reason_severity" } | { "act": "open_channel" } | { "act": "notify" } | { "act": "assign_role", 
/**
 * Which.
 */
role: Role, } | { "act": "write_update", 
/**
 * Which template.
 */
update: UpdateKind, } | { "act": "decide_escalation" } | { "act": "stayed_quiet" } | { "act": "close_timebox", 
/**
 * The key of its deadline.
 */
key: string, } | { "act": "set_status", 
/**
 * To which.
 */
to: Status, } | { "act": "investigate", 
/**
 * Which.
 */
step: InvestigationStep, } | { "act": "mitigate" } | { "act": "verify" } | { "act": "resolve" } | { "act": "schedule_review" } | { "act": "review" } | { "act": "log" };
