//! 'Any incident involving data breach or security compromise is automatically P0' (seed: Escalation Rules), whenever it is said.

use crate::event::EventBody;
use crate::incident::Incident;
use crate::signs::{SecurityWords, security};
use crate::team::SecuritySign;
use crate::vocabulary::{Lowering, SecurityReason, Severity, SeverityCause};

/// What follows from the words of new events: words that are certain make it a P0, likely ones ask, once. Nothing follows from words
/// that a person has said no to, or while it is a security matter already.
#[must_use]
pub fn security_events(incident: &Incident, signs: &[SecuritySign], new: &[&EventBody]) -> Vec<EventBody> {
    if incident.security.is_some() {
        return Vec::new();
    }
    let asked = &incident.security_asked;
    let told = new.iter().flat_map(|body| told_words(body)).flat_map(|text| security::all(signs, text));
    let unanswered = told.filter(|found| !asked.is_denied(&found.words));
    match unanswered.reduce(|first, next| if next.certain && !first.certain { next } else { first }) {
        // What ended is not made worse unasked.
        Some(found) if found.certain && incident.is_active() => becomes_security(incident, SecurityReason::Word(found.words)),
        Some(SecurityWords { words, kind, .. }) if !asked.asks(&words, &kind) => vec![EventBody::SecurityAsked { words, of: kind }],
        _ => Vec::new(),
    }
}

/// It is a security matter, and so a P0.
#[must_use]
pub fn becomes_security(incident: &Incident, because: SecurityReason) -> Vec<EventBody> {
    let from = incident.severity;
    let reason = Some(because.in_brief());
    let raised =
        EventBody::SeverityChanged { from, to: Severity::P0, cause: SeverityCause::Security, reason, lowering: Lowering::default() };
    let found = EventBody::SecurityFound { because };
    if from == Severity::P0 { vec![found] } else { vec![found, raised] }
}

/// It is none: what the rule alone had raised goes back to what it was.
#[must_use]
pub fn no_security(incident: &Incident, reason: Option<String>) -> Vec<EventBody> {
    let words = incident.security_words();
    let before = before_the_rule(incident).filter(|before| incident.security.is_some() && incident.severity.is_worse_than(*before));
    let lowered = before.map(|to| EventBody::SeverityChanged {
        from: incident.severity,
        to,
        cause: SeverityCause::Assessment,
        reason: reason.clone(),
        lowering: Lowering::NeverWas,
    });
    [EventBody::SecurityDenied { words, reason }].into_iter().chain(lowered).collect()
}

/// What a person last took it for, where the rule has raised it since, or raised it as it was declared.
fn before_the_rule(incident: &Incident) -> Option<Severity> {
    match incident.severity_history.as_slice() {
        [_] => incident.assessed_first,
        [.., before, _] if incident.severity_cause == SeverityCause::Security => Some(before.severity),
        _ => None,
    }
}

/// What an event says in a person's or an alert's words of what is going on.
fn told_words(body: &EventBody) -> Option<&str> {
    match body {
        EventBody::Declared { title, .. } => Some(title),
        EventBody::TitleChanged { to, .. } => Some(to),
        EventBody::Entry { text, .. } | EventBody::EntryAmended { text } | EventBody::FindingAdded { text, .. } => Some(text),
        EventBody::ImpactAnswered { answer, .. } => Some(answer),
        EventBody::AlertTaken(alert) => Some(alert.summary.as_deref().unwrap_or(&alert.title)),
        // What may be the cause is only thought of until it is found; what is done, sent or reasoned says it of nothing new.
        EventBody::EntryRemoved
        | EventBody::EntryRestored
        | EventBody::StartChanged { .. }
        | EventBody::StatusChanged { .. }
        | EventBody::SeverityChanged { .. }
        | EventBody::SeverityReasoned { .. }
        | EventBody::SecurityAsked { .. }
        | EventBody::SecurityFound { .. }
        | EventBody::SecurityDenied { .. }
        | EventBody::RoleChanged { .. }
        | EventBody::DebuggingExplained { .. }
        | EventBody::Detected { .. }
        | EventBody::ChannelNamed { .. }
        | EventBody::TicketNoted { .. }
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
        | EventBody::AlertRecovered { .. }
        | EventBody::DeployQuestionAnswered { .. }
        | EventBody::ReviewScheduled { .. }
        | EventBody::ActionAssigned { .. }
        | EventBody::ReviewEdited(_)
        | EventBody::ReviewAsked
        | EventBody::ReviewPublished
        | EventBody::ReviewCompleted { .. }
        | EventBody::ReviewReopened { .. }
        | EventBody::ActionAdded { .. }
        | EventBody::ActionChanged { .. }
        | EventBody::ActionClosed { .. }
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
        | EventBody::PolicyChanged { .. }
        | EventBody::ClockSet { .. }
        | EventBody::FromNewer { .. } => None,
    }
}
