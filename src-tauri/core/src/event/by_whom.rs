//! Which events are a person's doing, and which Sitrep's own.

use super::body::EventBody;
use crate::vocabulary::SeverityCause;

impl EventBody {
    /// Whether a person did it. What Sitrep does by itself never changes which incident people are at.
    #[must_use]
    pub fn is_of_a_person(&self) -> bool {
        match self {
            EventBody::PolicyChanged { .. } | EventBody::ClockSet { .. } | EventBody::SecurityAsked { .. } => false,
            EventBody::SeverityChanged { cause, .. } => *cause != SeverityCause::Automatic,
            EventBody::Declared { .. }
            | EventBody::Entry { .. }
            | EventBody::EntryAmended { .. }
            | EventBody::EntryRemoved
            | EventBody::EntryRestored
            | EventBody::TitleChanged { .. }
            | EventBody::StartChanged { .. }
            | EventBody::StatusChanged { .. }
            | EventBody::SeverityReasoned { .. }
            | EventBody::SecurityFound { .. }
            | EventBody::SecurityDenied { .. }
            | EventBody::RoleChanged { .. }
            | EventBody::ImpactAnswered { .. }
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
            | EventBody::ReviewEdited(_)
            | EventBody::ReviewAsked
            | EventBody::ReviewPublished
            | EventBody::ReviewCompleted { .. }
            | EventBody::ReviewReopened { .. }
            | EventBody::ReviewScheduled { .. }
            | EventBody::ActionAssigned { .. }
            | EventBody::ActionAdded { .. }
            | EventBody::ActionChanged { .. }
            | EventBody::ActionClosed { .. }
            | EventBody::FindingAdded { .. }
            | EventBody::FindingRemoved
            | EventBody::ChangeNoted { .. }
            | EventBody::ChangeMarked { .. }
            | EventBody::StepMoved { .. }
            | EventBody::HypothesisAdded { .. }
            | EventBody::HypothesisAssigned { .. }
            | EventBody::EvidenceAdded { .. }
            | EventBody::HypothesisMoved { .. }
            | EventBody::MitigationAdded { .. }
            | EventBody::MitigationMoved { .. }
            | EventBody::CommandRun(_)
            | EventBody::ChecklistTicked { .. }
            | EventBody::FromNewer { .. } => true,
        }
    }
}
