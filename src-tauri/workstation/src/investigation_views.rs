//! What the panes Investigate, Mitigate and Team show, and what their acts take.

use serde::{Deserialize, Serialize};
use sitrep_core::procedure::StatusOffer;
use sitrep_core::vocabulary::{
    ChangeKind, EventId, EvidenceSide, FindingAbout, HypothesisState, InvestigationStep, MitigationState, Role, Severity, StepState,
};
use ts_rs::TS;

use crate::service_help::ServiceHelp;

use crate::views::{RoleView, Verification};

/// The Investigate pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InvestigationScreen {
    /// The five steps.
    pub steps: Vec<StepView>,
    /// What a finding can be about.
    pub look_for: Vec<LookFor>,
    /// The findings, the newest last.
    pub findings: Vec<FindingView>,
    /// The changes, by when they were made.
    pub changes: Vec<ChangeView>,
    /// The hypotheses, in the order in which they were written down.
    pub hypotheses: Vec<HypothesisView>,
    /// The five checks of step 5.
    pub verification: Verification,
    /// `A new error at 14:50 UTC started the quiet time again.`, if one did.
    pub quiet_restarted: Option<String>,
    /// A status that what is known speaks for.
    pub offer: Option<StatusOffer>,
}

/// A step of the investigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepView {
    /// Which.
    pub step: InvestigationStep,
    /// `Check dashboards`.
    pub label: String,
    /// Where it stands.
    pub state: StepState,
    /// The same in words.
    pub state_label: String,
    /// Why it was left out, if it was.
    pub because: Option<String>,
    /// The time spent on it: `12 min`; none before it was begun.
    pub spent: Option<String>,
}

/// Something to look for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LookFor {
    /// Which.
    pub about: FindingAbout,
    /// `Errors`.
    pub label: String,
    /// `Error rate spikes (when exactly did they start?)`.
    pub hint: String,
    /// In which step.
    pub step: InvestigationStep,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingView {
    /// The event behind it.
    pub id: EventId,
    /// What it is about.
    pub about: FindingAbout,
    /// The same in words.
    pub label: String,
    /// The step that it belongs to.
    pub step: InvestigationStep,
    /// The words.
    pub text: String,
    /// `13:52 UTC`, since when it shows.
    pub onset: Option<String>,
    /// `14:05 UTC`, when it was found.
    pub at: String,
    /// Who found it.
    pub author: String,
}

/// A new finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FindingInput {
    /// What it is about.
    pub about: FindingAbout,
    /// The words.
    pub text: String,
    /// Since when it shows, as typed.
    pub onset: Option<String>,
    /// When it was found, as typed; now unless given.
    pub at: Option<String>,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangeView {
    /// The event that noted it.
    pub id: EventId,
    /// What was changed.
    pub kind: ChangeKind,
    /// The same in words.
    pub label: String,
    /// What it is.
    pub summary: String,
    /// `13:45 UTC`.
    pub at: String,
    /// `15 min before`, `4 min after`: the start is meant.
    pub before: String,
    /// How long before the start, in seconds; negative for one that came after.
    pub age_before_onset: i64,
    /// Whether it is the nearest before the start.
    pub nearest: bool,
    /// The hash of its commit, or whatever names it elsewhere.
    pub reference: Option<String>,
    /// The repository it was found in.
    pub repository: Option<String>,
    /// Who made it.
    pub by: Option<String>,
    /// Whether it is suspected.
    pub suspect: bool,
    /// The hypothesis that it is the cause, if there is one.
    pub hypothesis: Option<EventId>,
}

/// A new change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeInput {
    /// What was changed.
    pub change: ChangeKind,
    /// What it is, in a line.
    pub summary: String,
    /// When it was made, as typed.
    pub at: String,
    /// The hash of its commit, or whatever names it elsewhere.
    pub reference: Option<String>,
    /// The repository it was found in.
    pub repository: Option<String>,
    /// Who made it.
    pub by: Option<String>,
    /// Whether it is suspected.
    pub suspect: bool,
}

/// A hypothesis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HypothesisView {
    /// The event that added it.
    pub id: EventId,
    /// What may be the cause.
    pub statement: String,
    /// How to find out.
    pub how_to_test: Option<String>,
    /// Who tests it.
    pub who: Option<String>,
    /// Who wrote it down.
    pub by: String,
    /// Where it stands.
    pub state: HypothesisState,
    /// The same in words.
    pub state_label: String,
    /// What was said when it moved last.
    pub because: Option<String>,
    /// What speaks for it.
    pub evidence_for: Vec<EvidenceView>,
    /// What speaks against it.
    pub evidence_against: Vec<EvidenceView>,
    /// The change that is suspected in it.
    pub change: Option<EventId>,
    /// `until 14:20 UTC`, while its time-box runs.
    pub timebox: Option<String>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceView {
    /// The event that added it.
    pub id: EventId,
    /// The words.
    pub text: String,
    /// The entry, finding or change that it was taken from.
    pub source: Option<EventId>,
    /// Who wrote it down.
    pub by: String,
    /// `14:05 UTC`.
    pub at: String,
}

/// A new hypothesis.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct HypothesisInput {
    /// What may be the cause.
    pub statement: String,
    /// How to find out.
    pub how_to_test: Option<String>,
    /// Who tests it.
    pub who: Option<String>,
    /// A time-box for the test, in minutes.
    pub minutes: Option<u32>,
}

/// A new piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceInput {
    /// For or against.
    pub side: EvidenceSide,
    /// The words.
    pub text: String,
    /// The entry, finding or change that it is taken from.
    pub source: Option<EventId>,
}

/// The Mitigate pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MitigateScreen {
    /// What was proposed, started, done or undone, in the order in which it was written down.
    pub uses: Vec<MitigationView>,
    /// A status that what is known speaks for.
    pub offer: Option<StatusOffer>,
}

/// A use of a mitigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MitigationView {
    /// The event that added it.
    pub id: EventId,
    /// What is done.
    pub action: String,
    /// The id of the catalogue's action, if it is one of these.
    pub catalogue: Option<String>,
    /// The service it is done to.
    pub service: Option<String>,
    /// Where it stands.
    pub state: MitigationState,
    /// The same in words.
    pub state_label: String,
    /// What came of it; why it was undone, once it was.
    pub effect: Option<String>,
    /// Who added it.
    pub by: String,
    /// `14:25 UTC`, when it moved last.
    pub since: String,
}

/// A new use of a mitigation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct MitigationInput {
    /// What is done.
    pub action: String,
    /// Whether it is still to be decided on; else it is started at once.
    pub proposed: bool,
    /// The id of the catalogue's action, if it is one of these.
    pub catalogue: Option<String>,
    /// The service it is done to.
    pub service: Option<String>,
}

/// The Team pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TeamScreen {
    /// The roles, filled or not.
    pub roles: Vec<RoleView>,
    /// Who held a role from when to when.
    pub history: Vec<RoleHeldView>,
    /// Whom to notify, and when that was done by whom.
    pub notify: Vec<NotifiedView>,
    /// `@ana commands and is Technical Lead at the same time. The Incident Commander does not debug.`
    pub warning: Option<String>,
    /// Who and what helps with the incident's services.
    pub services: Vec<ServiceHelp>,
}

/// Who held a role from when to when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoleHeldView {
    /// Which role.
    pub role: Role,
    /// Incident Commander.
    pub label: String,
    /// Who.
    pub person: String,
    /// `14:05 UTC`.
    pub from: String,
    /// `14:30 UTC`; none while it is held.
    pub to: Option<String>,
}

/// Somebody to notify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotifiedView {
    /// Who, in the policy's words.
    pub who: String,
    /// Ticked.
    pub done: bool,
    /// `14:06 UTC by @ana`, once ticked.
    pub told: Option<String>,
}

/// The severity that the answers of triage speak for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SuggestionView {
    /// Which.
    pub severity: Severity,
    /// `Major Degradation`.
    pub name: String,
    /// What it means, in the policy's words.
    pub description: String,
    /// Why.
    pub why: String,
}
