//! Which event moved a kind of fact last, by the order of recording: what is new since an update goes by that, never by a clock.

use serde::{Deserialize, Serialize};

use crate::event::EventBody;

/// A kind of fact that messages tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// The status.
    Status,
    /// Who holds a role.
    Role,
    /// An answer of triage.
    Triage,
    /// A mitigation or its effect.
    Mitigation,
    /// A hypothesis or its evidence.
    Hypothesis,
}

impl FactKind {
    /// The kind of fact that an event moves, if messages tell it. Entries are rows of the ledger and are counted there.
    pub(super) fn moved_by(body: &EventBody) -> Option<Self> {
        match body {
            EventBody::StatusChanged { .. } => Some(Self::Status),
            EventBody::RoleChanged { .. } => Some(Self::Role),
            EventBody::ImpactAnswered { .. } => Some(Self::Triage),
            EventBody::MitigationAdded { .. } | EventBody::MitigationMoved { .. } => Some(Self::Mitigation),
            EventBody::HypothesisAdded { .. } | EventBody::HypothesisMoved { .. } | EventBody::EvidenceAdded { .. } => {
                Some(Self::Hypothesis)
            }
            EventBody::Declared { .. }
            | EventBody::Entry { .. }
            | EventBody::EntryAmended { .. }
            | EventBody::EntryRemoved
            | EventBody::EntryRestored
            | EventBody::ClockSet { .. }
            | EventBody::FromNewer { .. }
            | EventBody::TitleChanged { .. }
            | EventBody::StartChanged { .. }
            | EventBody::SeverityChanged { .. }
            | EventBody::SeverityReasoned { .. }
            | EventBody::SecurityAsked { .. }
            | EventBody::SecurityFound { .. }
            | EventBody::SecurityDenied { .. }
            | EventBody::Detected { .. }
            | EventBody::ChannelNamed { .. }
            | EventBody::TicketNoted { .. }
            | EventBody::DebuggingExplained { .. }
            | EventBody::Notified { .. }
            | EventBody::Acknowledged
            | EventBody::ChannelOpened
            | EventBody::UpdateSent(_)
            | EventBody::UpdateTakenBack
            | EventBody::Snoozed { .. }
            | EventBody::EscalationStopped { .. }
            | EventBody::EscalationResumed
            | EventBody::Withdrawn { .. }
            | EventBody::BroughtBack
            | EventBody::Backfilled { .. }
            | EventBody::TimeboxSet { .. }
            | EventBody::TimeboxClosed
            | EventBody::VerificationChecked { .. }
            | EventBody::CheckEvidenceAdded { .. }
            | EventBody::StayedQuiet
            | EventBody::RunbookBegun(_)
            | EventBody::RunbookMoved { .. }
            | EventBody::AlertTaken(_)
            | EventBody::AlertRecovered { .. }
            | EventBody::DeployQuestionAnswered { .. }
            | EventBody::ReviewScheduled { .. }
            | EventBody::ReviewEdited(_)
            | EventBody::ReviewAsked
            | EventBody::ReviewPublished
            | EventBody::ReviewCompleted { .. }
            | EventBody::ReviewReopened { .. }
            | EventBody::ActionAdded { .. }
            | EventBody::ActionAssigned { .. }
            | EventBody::ActionChanged { .. }
            | EventBody::ActionClosed { .. }
            | EventBody::FindingAdded { .. }
            | EventBody::FindingRemoved
            | EventBody::ChangeNoted { .. }
            | EventBody::ChangeMarked { .. }
            | EventBody::StepMoved { .. }
            | EventBody::HypothesisAssigned { .. }
            | EventBody::CommandRun(_)
            | EventBody::ChecklistTicked { .. }
            | EventBody::PolicyChanged { .. } => None,
        }
    }
}
