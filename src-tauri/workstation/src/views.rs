//! What the doors show: the incident screen, the overview, quick entry's preview, the update composer.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::documents::{TimelineKind, TimelineRow};
use sitrep_core::incident::IncidentSummary;
use sitrep_core::messages::{DifferencePart, Piece, Replacement};
use sitrep_core::procedure::{ChecklistItem, DeadlineClock, NextStep};
use sitrep_core::vocabulary::{
    ActionPriority, EventId, ImpactQuestion, IncidentId, PictureId, Role, Severity, Status, UpdateField, UpdateFormat, UpdateKind,
    VerificationCheck,
};
use ts_rs::TS;

mod transcript;

pub use transcript::{ConfirmedLine, RecordedTranscript, TranscriptPreview, TranscriptRow};

/// A row of the severity chooser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeverityMeaning {
    /// P0 to P3.
    pub severity: Severity,
    /// Total Outage.
    pub name: String,
    /// What it means, in a short line.
    pub meaning: String,
    /// What it means, in full.
    pub description: String,
    /// Examples, in one line.
    pub examples: String,
    /// `update every 15 min`.
    pub cadence: String,
    /// Who responds.
    pub responders: String,
}

/// What the window shows besides one incident: rail and empty screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Overview {
    /// Active incidents, the worst first, then by next due.
    pub active: Vec<IncidentSummary>,
    /// The last resolved ones, newest first, with how long ago (`12 h`).
    pub recent: Vec<RecentIncident>,
    /// The severity chooser's rows, the worst first.
    pub severities: Vec<SeverityMeaning>,
    /// Reviews that are still owed.
    pub owed_reviews: Vec<OwedReview>,
    /// `No active incident. The last one closed 12 hours ago.`
    pub quiet_line: String,
    /// Whether this is the practice folder.
    pub practice: bool,
}

/// A resolved incident in the rail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentIncident {
    /// The incident.
    pub incident: IncidentSummary,
    /// How long ago it was resolved: `12 h`.
    pub ago: String,
}

/// A review that is not complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwedReview {
    /// The incident.
    pub incident: IncidentSummary,
    /// `due in 36 h`, `2 d late`.
    pub due: String,
    /// Whether it is late.
    pub late: bool,
}

/// Everything one incident's screen shows, but for the clocks, which come every second.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct IncidentScreen {
    /// Its identity.
    pub id: IncidentId,
    /// Its facts.
    pub summary: IncidentSummary,
    /// `since 14:00 UTC`.
    pub since: String,
    /// `00:42:10` when this was made; the clocks bring it up to date while it is active.
    pub elapsed: String,
    /// Why it is P0 by the security rule, if it is.
    pub security_reason: Option<String>,
    /// The status stepper.
    pub steps: Vec<StatusStep>,
    /// The roles, filled or not.
    pub roles: Vec<RoleView>,
    /// The one next step.
    pub next_step: NextStep,
    /// The response checklist.
    pub checklist: Vec<ChecklistItem>,
    /// The Triage pane.
    pub triage: Triage,
    /// Who to notify.
    pub notify: Vec<NotifyTick>,
    /// Whether somebody has acknowledged.
    pub acknowledged: bool,
    /// What was sent, newest first.
    pub updates: Vec<UpdateLedgerRow>,
    /// Which update comes next: the name of its template.
    pub next_update: String,
    /// The templates there are for it.
    pub templates: Vec<TemplateChoice>,
    /// The Verify pane.
    pub verification: Verification,
    /// The open escalation question, if the severity can go up.
    pub escalation: Option<EscalationView>,
    /// The review, once resolved.
    pub review: Option<ReviewView>,
    /// The action items, in the order in which they were added.
    pub actions: Vec<ActionItemView>,
    /// The timeline, oldest first.
    pub timeline: Vec<TimelineRow>,
}

/// A step of the status stepper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatusStep {
    /// Which status.
    pub status: Status,
    /// `14:24`, if it was entered.
    pub entered: Option<String>,
    /// Whether it is the present one.
    pub current: bool,
    /// Whether it lies behind.
    pub past: bool,
}

/// A role as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoleView {
    /// Which role.
    pub role: Role,
    /// Incident Commander.
    pub label: String,
    /// IC.
    pub short_label: String,
    /// What the role does.
    pub responsibility: String,
    /// Who holds it.
    pub person: Option<String>,
    /// Whether this severity asks for it.
    pub required: bool,
}

/// The Triage pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Triage {
    /// The four questions.
    pub questions: Vec<ImpactQuestionView>,
    /// Why the severity is what it is, once written.
    pub reasoning: Option<String>,
    /// A higher severity that the answers point to, as long as nobody has said why not.
    pub doubt: Option<DoubtView>,
}

/// 'In doubt, over-classify.'
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DoubtView {
    /// The higher severity.
    pub to: Severity,
    /// `The answers (all users, the entire service) point to P0: Complete service unavailability.`
    pub why: String,
}

/// One impact question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImpactQuestionView {
    /// Which.
    pub question: ImpactQuestion,
    /// As asked.
    pub prompt: String,
    /// What to look at.
    pub hint: String,
    /// Usual answers to pick.
    pub choices: Vec<String>,
    /// The answer, once given.
    pub answer: Option<String>,
}

/// Somebody to notify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotifyTick {
    /// Who, in the policy's words.
    pub who: String,
    /// Ticked.
    pub done: bool,
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LedgerState {
    /// Something was typed for it, and it is not sent.
    Drafted,
    /// Copied, which counts as sent.
    Sent,
    /// 'Not sent' was said.
    TakenBack,
}

/// A message of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UpdateLedgerRow {
    /// The event that sent it; none for a draft.
    pub id: Option<EventId>,
    /// Its template.
    pub template: String,
    /// `Status update`.
    pub label: String,
    /// To whom: `Stakeholders`, `Customers`, or a person.
    pub to: String,
    /// In which form, as read.
    pub format: String,
    /// `14:18 UTC`, or that it is not sent yet.
    pub sent: String,
    /// The subject, for a mail.
    pub subject: Option<String>,
    /// Exactly what was copied, or would be.
    pub text: String,
    /// What became of it.
    pub state: LedgerState,
}

/// The Verify pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verification {
    /// The four checks a person ticks.
    pub checks: Vec<CheckView>,
    /// The fifth, kept by the clock: `Monitor for at least 15 minutes`; its length depends on the severity.
    pub quiet_label: String,
    /// `until 14:53 UTC`, once a fix is applied.
    pub quiet_until: Option<String>,
    /// Whether the quiet time is over.
    pub quiet_done: bool,
    /// Whether resolving needs no reason.
    pub complete: bool,
}

/// A verification check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckView {
    /// Which.
    pub check: VerificationCheck,
    /// As read.
    pub label: String,
    /// Ticked.
    pub done: bool,
}

/// The question whether the severity goes up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EscalationView {
    /// To which severity.
    pub to: Severity,
    /// Whether its first prompt has come.
    pub asking: bool,
    /// The rule, in words: `A P1 that is not resolved within 2 hours becomes a P0.`
    pub rule: String,
}

/// An action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionItemView {
    /// The event behind it.
    pub id: EventId,
    /// What to do.
    pub text: String,
    /// Who does it.
    pub owner: Option<String>,
    /// How much it matters.
    pub priority: ActionPriority,
    /// The same in words.
    pub priority_label: String,
    /// `2026-12-01`.
    pub due: String,
    /// `TODO`, `Done`, `Dropped: …`.
    pub status: String,
    /// Whether it is still to be done.
    pub open: bool,
}

/// A new action item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ActionInput {
    /// What to do.
    pub text: String,
    /// Who does it.
    pub owner: Option<String>,
    /// How much it matters; medium unless said.
    pub priority: Option<ActionPriority>,
    /// By the end of which day, as typed: `2026-12-01`, `5d`, `2w`.
    pub due: String,
}

/// The review document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewView {
    /// The whole document.
    pub markdown: String,
    /// `Due in 46 h`, if one is due for this severity.
    pub due: Option<String>,
    /// Whether that is past.
    pub late: bool,
    /// Whether it was marked complete.
    pub complete: bool,
}

/// The clocks of one incident at one second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncidentClock {
    /// The handle.
    pub handle: String,
    /// How bad.
    pub severity: Severity,
    /// What is wrong.
    pub title: String,
    /// Whether it is going on; else only its review or an action item is waited for.
    pub active: bool,
    /// `00:42:10`.
    pub elapsed: String,
    /// Open deadlines, the nearest first.
    pub deadlines: Vec<DeadlineClock>,
    /// An update that was copied a short while ago and can still be taken back.
    pub just_copied: Option<EventId>,
}

/// A review that was saved to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedReview {
    /// The file.
    pub path: String,
    /// How many pictures are in the folder beside it.
    pub pictures: u32,
}

/// Every clock at one second. Sent each second; the page keeps no time of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Clocks {
    /// `14:42:10`, UTC.
    pub utc: String,
    /// One per active incident, and for the resolved ones whose review is owed.
    pub incidents: Vec<IncidentClock>,
}

/// What declaring needs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct DeclareInput {
    /// `P1 Payments failing at checkout`.
    pub line: String,
    /// From the chooser, where the line names none.
    pub severity: Option<Severity>,
    /// When it began, as typed; empty or none means now.
    pub started: Option<String>,
    /// The checkbox.
    pub security: bool,
    /// The services it touches.
    pub services: Vec<String>,
    /// Who is affected and how.
    pub impact: Option<String>,
    /// Pictures to begin the timeline with.
    pub pictures: Vec<PictureId>,
}

/// What a declaration will be, shown while it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeclarePreview {
    /// What it would be called.
    pub title: String,
    /// How bad, if that is known yet.
    pub severity: Option<Severity>,
    /// Why it is P0 by the security rule.
    pub security_reason: Option<String>,
    /// `#incident-2026-11-23-payments-failing`.
    pub channel: Option<String>,
    /// `Started 14:00 UTC, 42 min ago`.
    pub started: String,
    /// What is wrong with the input, if something is.
    pub problem: Option<Problem>,
}

/// Something that cannot be done as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// Where: `line`, `started`, `severity`.
    pub field: String,
    /// What it is.
    pub message: String,
    /// What would work.
    pub hint: String,
}

/// What Enter will do, shown while a quick entry is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickPreview {
    /// `14:38 UTC`.
    pub time: String,
    /// `4 min ago`, `now`.
    pub ago: String,
    /// The token that gave the time, as typed, to be drawn in the accent colour.
    pub time_token: Option<String>,
    /// `Note`, `Decision`, `Status: Mitigating`, `Declare`.
    pub what: String,
    /// For its glyph.
    pub kind: TimelineKind,
    /// Where it goes.
    pub target: Option<QuickTarget>,
    /// Whether Enter would do something.
    pub ready: bool,
    /// Whether Enter would declare an incident.
    pub declares: bool,
    /// What is wrong, if something is.
    pub problem: Option<Problem>,
    /// One line to help: the verbs while a verb is typed, why it is P0.
    pub hint: Option<String>,
}

/// The incident a quick entry goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickTarget {
    /// Its handle.
    pub handle: String,
    /// How bad.
    pub severity: Severity,
    /// What is wrong.
    pub title: String,
    /// Its place among the active ones, from 1.
    pub position: u32,
    /// How many are active.
    pub of: u32,
}

/// What a quick entry did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickDone {
    /// The incident.
    pub handle: String,
    /// What happened: `Logged at 14:38 UTC`.
    pub message: String,
    /// Whether it declared the incident.
    pub declared: bool,
}

/// What composing a message needs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct ComposeInput {
    /// Which incident.
    pub handle: String,
    /// Which template.
    pub template: String,
    /// In which form.
    pub format: UpdateFormat,
    /// What the person changed; other fields come from the incident.
    pub edits: BTreeMap<UpdateField, String>,
    /// Words that stand in for others, as the guard's fixes put them.
    #[serde(default)]
    pub replaced: Vec<Replacement>,
    /// Whether a last line names the next update, which the template does not.
    #[serde(default)]
    pub names_next_update: bool,
    /// For whom, where the template is written for one person.
    #[serde(default)]
    pub person: Option<String>,
    /// Copy it although something is still to be filled or looked at.
    #[serde(default)]
    pub anyway: bool,
}

/// A template that an incident can use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateChoice {
    /// Its name.
    pub name: String,
    /// Its name on screen.
    pub label: String,
    /// Which of the four updates it counts as, if any.
    pub update: Option<UpdateKind>,
    /// Whether it is written for one person at a time.
    pub per_person: bool,
    /// Whether it is the team's own.
    pub own: bool,
}

/// A template as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateView {
    /// Its name.
    pub name: String,
    /// Its name on screen.
    pub label: String,
    /// Who reads it, as read.
    pub audience: String,
    /// The severities and services it is only for, if it is not for all.
    pub only: Vec<String>,
    /// Its file, if it is the team's own.
    pub path: Option<String>,
    /// Why the file is not used, if it is not.
    pub problem: Option<String>,
}

/// A message as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComposedUpdate {
    /// Which template.
    pub template: String,
    /// Its name on screen.
    pub label: String,
    /// Which of the four updates it counts as, if any.
    pub kind: Option<UpdateKind>,
    /// In which form.
    pub format: UpdateFormat,
    /// Whether it pastes as formatted text, with the plain words beside it.
    pub formatted: bool,
    /// The fields, in the template's order.
    pub fields: Vec<ComposedField>,
    /// The subject, for a mail.
    pub subject: Option<String>,
    /// Exactly what will paste as text, piece by piece.
    pub pieces: Vec<Piece>,
    /// The fields to fill before it is copied.
    pub missing: Vec<UpdateField>,
    /// What to look at before it is copied, in order of place.
    pub found: Vec<FoundView>,
    /// For whom, where it is written for one person.
    pub person: Option<String>,
    /// Those it can be written for.
    pub people: Vec<String>,
    /// `Next update by 15:12 UTC`.
    pub next_update: Option<String>,
    /// `P1 asks for one every 30 minutes.`
    pub cadence: Option<String>,
    /// `Last sent 14:18 UTC`.
    pub last_sent: Option<String>,
    /// What is new against the last one sent, line by line; empty when none was sent.
    pub changes: Vec<DifferencePart>,
}

/// Something to look at before a message is copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FoundView {
    /// What it is, such as AWS access key.
    pub title: String,
    /// Why it should not be there.
    pub why: String,
    /// What stands there; empty for what is missing.
    pub found: String,
    /// Whether it is a secret.
    pub secret: bool,
    /// What the key for it says: `Use 'our team'`.
    pub offer: String,
    /// The words that stand in for others once the key is pressed.
    pub replace: Vec<Replacement>,
    /// Whether the key adds a line that names the next update.
    pub names_next_update: bool,
    /// Where a person has to find the words.
    pub rewrite: Option<UpdateField>,
}

/// What was typed for a message and not sent yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageDraft {
    /// Fields in the person's own words.
    pub edits: BTreeMap<UpdateField, String>,
    /// Words that stand in for others.
    pub replaced: Vec<Replacement>,
    /// Whether a last line names the next update.
    pub names_next_update: bool,
}

/// A field of an update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComposedField {
    /// Which.
    pub field: UpdateField,
    /// Its name on screen.
    pub label: String,
    /// What it says.
    pub value: String,
    /// Where that comes from: `from the timeline since 14:18`.
    pub source: Option<String>,
    /// What to write, when it is empty.
    pub hint: String,
    /// Whether it holds several lines.
    pub multiline: bool,
    /// Whether it must be filled and is not.
    pub missing: bool,
    /// What the facts say by now, where the value was carried over from the last update.
    pub newer: Option<String>,
    /// `the same since 14:18`, where it has said the same for two updates or more.
    pub stale: Option<String>,
}

/// An update that was copied and counts as sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopiedUpdate {
    /// The event, for 'Not sent'.
    pub id: EventId,
    /// What is on the clipboard.
    pub text: String,
    /// `Copied and counted as sent. Next update by 15:12 UTC.`
    pub message: String,
}

/// When something was recorded, shown back to the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recorded {
    /// The event.
    pub id: EventId,
    /// The incident it went to.
    pub handle: String,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// `Logged at 14:38 UTC to P1 Payments failing at checkout`.
    pub message: String,
}

/// What a person can set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Who writes, as `@name`.
    pub author: String,
    /// `dark`, `light` or `system`.
    pub theme: Theme,
    /// The chord that opens quick entry, such as `Ctrl+Alt+Space`.
    pub quick_entry_hotkey: String,
    /// The chord that declares from anywhere.
    pub declare_hotkey: String,
    /// Whether a P0's deadline is heard as well as seen.
    pub p0_sound: bool,
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the desktop is.
    System,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// The policy in force, value by value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyView {
    /// Where a team's own file would be.
    pub path: String,
    /// The values, by key.
    pub values: Vec<PolicyValueView>,
    /// Why the file is not followed, if it is not: `line 12, severity.P1.update_every_minutes: …`.
    pub problem: Option<String>,
}

/// One value of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PolicyValueView {
    /// Its key.
    pub key: String,
    /// Its value, as written in TOML.
    pub value: String,
    /// `built in`, or `policy.toml, line 12`.
    pub origin: String,
    /// Whether it is the team's own.
    pub own: bool,
}
