//! The question whether the severity goes up.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::{EscalationHold, Incident};
use sitrep_core::procedure::{deadlines, escalates_to};
use sitrep_core::team::Policy;
use sitrep_core::text::{clock_time, every};
use sitrep_core::vocabulary::{DeadlineKind, Severity};
use ts_rs::TS;

/// The question whether the severity goes up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EscalationView {
    /// To which severity.
    pub to: Severity,
    /// Whether its first prompt has come.
    pub asking: bool,
    /// The rule, in words: `A P1 that is not resolved within 2 hours becomes a P0.`
    pub rule: String,
    /// `at 16:00 UTC`, where the policy raises it by itself then; none where it asks and waits.
    pub by_itself: Option<String>,
    /// Why the policy does not raise it by itself, where somebody stopped that.
    pub stopped: Option<String>,
}

pub(crate) fn escalation(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Option<EscalationView> {
    let deadline = deadlines(incident, policy, now).into_iter().find(|deadline| deadline.kind == DeadlineKind::Escalation)?;
    let to = escalates_to(incident, policy)?;
    let rule =
        format!("A {} that is not resolved within {} becomes a {to}.", incident.severity, every(deadline.due_at - deadline.runs_from));
    let by_itself = deadline.by_itself_at.map(|at| format!("at {}", clock_time(at, now)));
    Some(EscalationView { to, asking: now >= deadline.warns_at, rule, by_itself, stopped: stopped(incident) })
}

fn stopped(incident: &Incident) -> Option<String> {
    match &incident.escalation_hold {
        Some(EscalationHold::Stopped { reason }) => Some(reason.clone()),
        Some(EscalationHold::NotYet { .. }) | None => None,
    }
}
