//! Where the escalation rule leads (seed: Escalation Rules).

use chrono::{DateTime, Utc};

use crate::incident::{EscalationHold, Incident};
use crate::team::Policy;
use crate::vocabulary::Severity;

/// The severity that the escalation rule leads to.
#[must_use]
pub fn escalates_to(incident: &Incident, policy: &Policy) -> Option<Severity> {
    policy.of(incident.severity).escalate_after()?;
    incident.severity.worse()
}

/// When the policy raises the severity by itself (UTC), for an escalation that is due at `due_at`: no silence of its reminders
/// changes that, only 'not yet' and a person's word that it is not to be.
pub(super) fn raised_by_policy_at(incident: &Incident, policy: &Policy, due_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match &incident.escalation_hold {
        _ if !policy.escalate_automatically => None,
        None => Some(due_at),
        Some(EscalationHold::NotYet { until }) => Some(due_at.max(*until)),
        Some(EscalationHold::Stopped { .. }) => None,
    }
}
