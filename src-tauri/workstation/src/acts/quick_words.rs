//! What a line of quick entry is called, before and after Enter.

use sitrep_core::documents::TimelineKind;
use sitrep_core::text::{Intent, QuickEntry, prose};
use sitrep_core::vocabulary::{EntryKind, HypothesisState, MitigationState};

/// `Note`, `Status: Mitigating`, `Time-box: 10 minutes`.
pub(crate) fn what_it_does(intent: &Intent) -> String {
    match intent {
        Intent::Nothing | Intent::Log { kind: EntryKind::Note, .. } => "Note".to_owned(),
        Intent::Log { kind: EntryKind::Decision, .. } => "Decision".to_owned(),
        Intent::Declare { .. } => "Declare".to_owned(),
        Intent::Status { to, .. } => format!("Status: {to}"),
        Intent::Severity { to, lowering: None, .. } => format!("Severity: {to}"),
        Intent::Severity { to, lowering: Some(lowering), .. } => format!("Severity: {to}, {}", lowering.label()),
        Intent::Role { role, person } => format!("{}: {person}", role.label()),
        Intent::Timebox { length, .. } => format!("Time-box: {}", prose(*length)),
        Intent::Acknowledge => "Acknowledge".to_owned(),
        Intent::Security { is_one: true, .. } => "A security matter, P0".to_owned(),
        Intent::Security { is_one: false, .. } => "No security matter".to_owned(),
        Intent::Finding { about, .. } => format!("Finding: {}", about.label()),
        Intent::Hypothesis { .. } => HypothesisState::Open.heading().to_owned(),
        Intent::MoveHypothesis { to, .. } => to.heading().to_owned(),
        Intent::Mitigation { .. } => format!("Mitigation {}", MitigationState::Started.label()),
        Intent::MoveMitigation { to, .. } => format!("Mitigation {}", to.label()),
    }
}

/// What it will be on the timeline.
pub(crate) fn kind_of(intent: &Intent) -> TimelineKind {
    match intent {
        Intent::Nothing | Intent::Log { kind: EntryKind::Note, .. } => TimelineKind::Note,
        Intent::Log { kind: EntryKind::Decision, .. } => TimelineKind::Decision,
        Intent::Declare { .. } => TimelineKind::Declared,
        Intent::Status { .. } => TimelineKind::Status,
        Intent::Severity { .. } | Intent::Security { .. } => TimelineKind::Severity,
        Intent::Role { .. } => TimelineKind::Role,
        Intent::Timebox { .. } => TimelineKind::Clock,
        Intent::Acknowledge => TimelineKind::People,
        Intent::Finding { .. } => TimelineKind::Finding,
        Intent::Hypothesis { .. } | Intent::MoveHypothesis { .. } => TimelineKind::Hypothesis,
        Intent::Mitigation { .. } | Intent::MoveMitigation { .. } => TimelineKind::Mitigation,
    }
}

/// The words of a declaration: after `/declare`, or plain text when no incident is active.
pub(crate) fn declaration_words(entry: &QuickEntry) -> Option<&str> {
    match &entry.intent {
        Intent::Declare { line } => Some(line),
        Intent::Log { kind: EntryKind::Note, text } => Some(text),
        _ => None,
    }
}
