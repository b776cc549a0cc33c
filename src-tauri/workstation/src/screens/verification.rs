//! The Verify pane.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::{CheckEvidence, Incident, IncidentAlert};
use sitrep_core::team::Policy;
use sitrep_core::text::{clock_time, every};
use sitrep_core::vocabulary::{EventId, VerificationCheck};
use ts_rs::TS;

/// The Verify pane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verification {
    /// The four checks a person ticks.
    pub checks: Vec<CheckView>,
    /// The alerts that recovered: each can be what was seen of the error rate.
    pub recoveries: Vec<RecoveryView>,
    /// What was seen while the fifth ran.
    pub quiet_evidence: Option<CheckEvidenceView>,
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
    /// What was seen of it.
    pub evidence: Option<CheckEvidenceView>,
}

/// An alert that recovered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecoveryView {
    /// The event that took the alert.
    pub alert: EventId,
    /// `PaymentErrorsHigh recovered 14:30 UTC`.
    pub text: String,
}

/// What was seen of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckEvidenceView {
    /// The words.
    pub text: String,
    /// The entry, finding or command that it was taken from.
    pub source: Option<EventId>,
    /// `14:50 UTC`.
    pub at: String,
    /// Who wrote it down.
    pub by: String,
}

pub(crate) fn verification(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Verification {
    let evidence = |check: VerificationCheck| incident.check_evidence.get(&check).map(|seen| evidence_view(seen, now));
    let check = |check: VerificationCheck| CheckView {
        check,
        label: check.label().to_owned(),
        done: incident.checks.contains(&check),
        evidence: evidence(check),
    };
    let until = incident.quiet_until(policy);
    let quiet_label = match incident.duties(policy).quiet() {
        Some(quiet) => format!("Monitor for at least {} before declaring resolved", every(quiet)),
        None => "Monitor before declaring resolved".to_owned(),
    };
    Verification {
        checks: VerificationCheck::TICKED.map(check).into(),
        recoveries: recoveries(incident, now),
        quiet_evidence: evidence(VerificationCheck::QuietTime),
        quiet_label,
        quiet_until: until.map(|until| format!("until {}", clock_time(until, now))),
        quiet_done: until.is_some_and(|until| now >= until),
        complete: incident.is_verified(policy, now),
    }
}

fn evidence_view(seen: &CheckEvidence, now: DateTime<Utc>) -> CheckEvidenceView {
    CheckEvidenceView { text: seen.text.clone(), source: seen.source, at: clock_time(seen.at, now), by: seen.by.clone() }
}

fn recoveries(incident: &Incident, now: DateTime<Utc>) -> Vec<RecoveryView> {
    let used = incident.check_evidence.get(&VerificationCheck::ErrorRate).and_then(|seen| seen.source);
    let view = |one: &IncidentAlert| {
        let name = one.alert.name.as_ref().unwrap_or(&one.alert.title);
        Some(RecoveryView { alert: one.id, text: format!("{name} recovered {}", clock_time(one.recovered_at?, now)) })
    };
    incident.alerts.iter().filter(|one| used != Some(one.id)).filter_map(view).collect()
}
