//! What people and machines wrote behind a line of the timeline, a kind of event after the other.

use crate::event::{AlertTaken, EventBody, RunMove, RunbookBegun, UpdateSent};
use crate::text::divided_name;

/// What is searched of an event besides the words of its line.
pub(super) fn texts(body: &EventBody) -> Vec<String> {
    match body {
        EventBody::Declared { handle, services, .. } => services.iter().chain([handle]).cloned().collect(),
        EventBody::Entry { attached, .. } => attached.iter().map(|attached| attached.name.clone()).collect(),
        EventBody::UpdateSent(sent) => of_update(sent),
        EventBody::HypothesisAdded { how_to_test, .. } => how_to_test.iter().cloned().collect(),
        EventBody::ChangeNoted { repository, .. } => repository.iter().cloned().collect(),
        EventBody::RunbookBegun(begun) => of_runbook(begun),
        // The line of a step does not say of which runbook.
        EventBody::RunbookMoved { runbook, moved: RunMove::Step { .. } } => vec![runbook.clone()],
        EventBody::AlertTaken(alert) => of_alert(alert),
        EventBody::CommandRun(run) => run.kept.clone(),
        EventBody::Withdrawn { .. }
        | EventBody::BroughtBack
        | EventBody::Backfilled { .. }
        | EventBody::EntryAmended { .. }
        | EventBody::EntryRemoved
        | EventBody::EntryRestored
        | EventBody::TitleChanged { .. }
        | EventBody::StartChanged { .. }
        | EventBody::StatusChanged { .. }
        | EventBody::SeverityChanged { .. }
        | EventBody::SeverityReasoned { .. }
        | EventBody::SecurityAsked { .. }
        | EventBody::SecurityFound { .. }
        | EventBody::SecurityDenied { .. }
        | EventBody::RoleChanged { .. }
        | EventBody::DebuggingExplained { .. }
        | EventBody::ImpactAnswered { .. }
        | EventBody::Detected { .. }
        | EventBody::Notified { .. }
        | EventBody::Acknowledged
        | EventBody::ChannelNamed { .. }
        | EventBody::TicketNoted { .. }
        | EventBody::ChannelOpened
        | EventBody::UpdateTakenBack
        | EventBody::Snoozed { .. }
        | EventBody::EscalationStopped { .. }
        | EventBody::EscalationResumed
        | EventBody::TimeboxSet { .. }
        | EventBody::TimeboxClosed
        | EventBody::VerificationChecked { .. }
        | EventBody::CheckEvidenceAdded { .. }
        | EventBody::StayedQuiet
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
        | EventBody::ChangeMarked { .. }
        | EventBody::DeployQuestionAnswered { .. }
        | EventBody::StepMoved { .. }
        | EventBody::HypothesisAssigned { .. }
        | EventBody::EvidenceAdded { .. }
        | EventBody::HypothesisMoved { .. }
        | EventBody::MitigationAdded { .. }
        | EventBody::MitigationMoved { .. }
        | EventBody::RunbookMoved { .. }
        | EventBody::AlertRecovered { .. }
        | EventBody::ChecklistTicked { .. }
        | EventBody::PolicyChanged { .. }
        | EventBody::ClockSet { .. }
        | EventBody::FromNewer { .. } => Vec::new(),
    }
}

/// Its words without a form, and its fields: a template need not show all of these.
fn of_update(sent: &UpdateSent) -> Vec<String> {
    let words = sent.words();
    let fields = sent.head.fields.values().filter(|field| !words.contains(field.as_str()));
    sent.head.subject.iter().cloned().chain([words.to_owned()]).chain(fields.cloned()).collect()
}

fn of_runbook(begun: &RunbookBegun) -> Vec<String> {
    [begun.path.clone(), begun.text.name.clone()].into_iter().chain(begun.steps.iter().cloned()).collect()
}

fn of_alert(alert: &AlertTaken) -> Vec<String> {
    let names = alert.name.iter().flat_map(|name| [name.clone(), divided_name(name)]);
    let labels = alert.labels.iter().map(|(name, value)| format!("{name}: {value}"));
    let links = alert.links.iter().map(|link| format!("{} {}", link.title, link.url));
    names.chain(alert.summary.clone()).chain(alert.service.clone()).chain(labels).chain(links).collect()
}
