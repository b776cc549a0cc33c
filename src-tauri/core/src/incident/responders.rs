//! What shows that a responder is at work.

use crate::event::EventBody;

/// The word for it, a role given, and work on the incident do. A logged entry may come from a script; and who answers a question of
/// triage, ticks whom they told or opens the channel files the incident, and has not said that they are on it.
pub(super) fn shows_a_responder(body: &EventBody) -> bool {
    match body {
        EventBody::Acknowledged
        | EventBody::RoleChanged { to: Some(_), .. }
        | EventBody::TicketNoted { assignee: Some(_), .. }
        | EventBody::StatusChanged { .. }
        | EventBody::UpdateSent(_)
        | EventBody::FindingAdded { .. }
        | EventBody::ChangeNoted { .. }
        | EventBody::ChangeMarked { .. }
        | EventBody::DeployQuestionAnswered { .. }
        | EventBody::StepMoved { .. }
        | EventBody::HypothesisAdded { .. }
        | EventBody::HypothesisMoved { .. }
        | EventBody::HypothesisAssigned { .. }
        | EventBody::EvidenceAdded { .. }
        | EventBody::MitigationAdded { .. }
        | EventBody::MitigationMoved { .. }
        | EventBody::RunbookBegun(_)
        | EventBody::RunbookMoved { .. }
        | EventBody::CommandRun(_) => true,
        EventBody::Declared { .. }
        | EventBody::ImpactAnswered { .. }
        | EventBody::SeverityReasoned { .. }
        | EventBody::SecurityDenied { .. }
        | EventBody::Detected { .. }
        | EventBody::ChannelNamed { .. }
        | EventBody::TicketNoted { assignee: None, .. }
        | EventBody::DebuggingExplained { .. }
        | EventBody::Notified { .. }
        | EventBody::ChannelOpened
        | EventBody::RoleChanged { to: None, .. }
        | EventBody::Entry { .. }
        | EventBody::EntryAmended { .. }
        | EventBody::EntryRemoved
        | EventBody::EntryRestored
        | EventBody::ClockSet { .. }
        | EventBody::FromNewer { .. }
        | EventBody::TitleChanged { .. }
        | EventBody::StartChanged { .. }
        | EventBody::SeverityChanged { .. }
        | EventBody::SecurityAsked { .. }
        | EventBody::SecurityFound { .. }
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
        | EventBody::AlertTaken(_)
        | EventBody::AlertRecovered { .. }
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
        | EventBody::FindingRemoved
        | EventBody::ChecklistTicked { .. }
        | EventBody::PolicyChanged { .. } => false,
    }
}
