//! The Verify pane.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::team::Policy;
use sitrep_core::text::{clock_time, every};
use sitrep_core::vocabulary::VerificationCheck;
use ts_rs::TS;

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

pub(crate) fn verification(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Verification {
    let check = |check: VerificationCheck| CheckView { check, label: check.label().to_owned(), done: incident.checks.contains(&check) };
    let until = incident.quiet_until(policy);
    let quiet_label = match incident.duties(policy).quiet() {
        Some(quiet) => format!("Monitor for at least {} before declaring resolved", every(quiet)),
        None => "Monitor before declaring resolved".to_owned(),
    };
    Verification {
        checks: VerificationCheck::ALL.map(check).into(),
        quiet_label,
        quiet_until: until.map(|until| format!("until {}", clock_time(until, now))),
        quiet_done: until.is_some_and(|until| now >= until),
        complete: incident.is_verified(policy, now),
    }
}
