// Generated from Rust by `make bindings`. Change the Rust types instead.
import type { ActionItemView } from "./ActionItemView";
import type { ChecklistItem } from "./ChecklistItem";
import type { EscalationView } from "./EscalationView";
import type { IncidentId } from "./IncidentId";
import type { IncidentSummary } from "./IncidentSummary";
import type { NextStep } from "./NextStep";
import type { NotifyTick } from "./NotifyTick";
import type { ReviewView } from "./ReviewView";
import type { RoleView } from "./RoleView";
import type { SecurityQuestionView } from "./SecurityQuestionView";
import type { StatusStep } from "./StatusStep";
import type { TemplateChoice } from "./TemplateChoice";
import type { Triage } from "./Triage";
import type { UpdateLedgerRow } from "./UpdateLedgerRow";
import type { Verification } from "./Verification";
import type { WithdrawalView } from "./WithdrawalView";

/**
 * Everything one incident's screen shows, but for the clocks, which come every second.
 */
export type IncidentScreen = { 
/**
 * Its identity.
 */
id: IncidentId, 
/**
 * Its facts.
 */
summary: IncidentSummary, 
/**
 * What `elapsed` counts from: `since start 14:00 UTC`.
 */
since: string, 
/**
 * `00:42:10` when this was made; the clocks bring it up to date while it is active.
 */
elapsed: string, 
/**
 * What `since_detection` counts from: `since detection 14:05 UTC`.
 */
detected: string, 
/**
 * The same from its detection: `00:37:10`.
 */
since_detection: string, 
/**
 * Why it is P0 by the security rule, if it is.
 */
security_reason: string | null, 
/**
 * Whether it is a security matter is asked: `'suspicious logins' may tell of signs of an intrusion, and any is a P0.`
 */
security_question: SecurityQuestionView | null, 
/**
 * The status stepper.
 */
steps: Array<StatusStep>, 
/**
 * The roles, filled or not.
 */
roles: Array<RoleView>, 
/**
 * `@ana commands and is Technical Lead at the same time. The Incident Commander does not debug.`, until somebody says why.
 */
debugging: string | null, 
/**
 * The one next step.
 */
next_step: NextStep, 
/**
 * The response checklist.
 */
checklist: Array<ChecklistItem>, 
/**
 * The Triage pane.
 */
triage: Triage, 
/**
 * Whether it is worked on by ticket, as a P3 is.
 */
by_ticket: boolean, 
/**
 * Who to notify.
 */
notify: Array<NotifyTick>, 
/**
 * Whether somebody has acknowledged.
 */
acknowledged: boolean, 
/**
 * Whether the channel or bridge is open.
 */
channel_opened: boolean, 
/**
 * What was sent, newest first.
 */
updates: Array<UpdateLedgerRow>, 
/**
 * Which update comes next: the name of its template.
 */
next_update: string, 
/**
 * The templates there are for it.
 */
templates: Array<TemplateChoice>, 
/**
 * The Verify pane.
 */
verification: Verification, 
/**
 * The open escalation question, if the severity can go up.
 */
escalation: EscalationView | null, 
/**
 * That it was no incident, if it was withdrawn.
 */
withdrawn: WithdrawalView | null, 
/**
 * How far the run of a runbook has come, for its tab.
 */
runbook: string | null, 
/**
 * The review, once resolved.
 */
review: ReviewView | null, 
/**
 * The action items, in the order in which they were added.
 */
actions: Array<ActionItemView>, 
/**
 * The newest event that this knows of.
 */
revision: number, };
