//! Which update comes next, and when the one after it is due.

use chrono::{DateTime, TimeDelta, Utc};

use crate::incident::Incident;
use crate::team::Policy;
use crate::vocabulary::{Audience, Severity, UpdateKind};

/// Which update comes next: an internal one, or once the all-clear went out, the one to customers that is owed.
#[must_use]
pub fn next_update(incident: &Incident) -> UpdateKind {
    if incident.has_sent(UpdateKind::Resolution) && incident.customers_waiting_since().is_some() {
        UpdateKind::Customer
    } else if !incident.is_active() {
        UpdateKind::Resolution
    } else if incident.last_update_to(Audience::Internal).is_some() {
        UpdateKind::Status
    } else {
        UpdateKind::Initial
    }
}

/// When the update after this one is due (UTC), if this one starts a clock; after the end none follows.
#[must_use]
pub fn next_update_due(incident: &Incident, policy: &Policy, kind: UpdateKind, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if !incident.is_active() {
        return None;
    }
    match kind {
        UpdateKind::Initial | UpdateKind::Status => Some(update_due(policy, incident.severity, Audience::Internal, now)),
        UpdateKind::Customer => Some(update_due(policy, incident.severity, Audience::Customers, now)),
        UpdateKind::Resolution => None,
    }
}

/// When an audience is to hear again that heard last at `from` (UTC).
pub(super) fn update_due(policy: &Policy, severity: Severity, audience: Audience, from: DateTime<Utc>) -> DateTime<Utc> {
    let row = policy.of(severity);
    let every = match audience {
        Audience::Internal | Audience::Responders => row.update_every(),
        Audience::Customers => row.customer_update_every(),
    };
    // What comes daily keeps its hour where the team works when the clocks change.
    match u64::try_from(every.num_days()) {
        Ok(days) if days > 0 && every == TimeDelta::days(every.num_days()) => policy.business.days_after(from, days),
        _ => from + every,
    }
}
