//! Which update comes next, and when the one after it is due.

use chrono::{DateTime, Utc};

use crate::incident::Incident;
use crate::team::Policy;
use crate::vocabulary::{Audience, UpdateKind};

/// Which internal update comes next.
#[must_use]
pub fn next_update(incident: &Incident) -> UpdateKind {
    if !incident.is_active() {
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
    let row = policy.of(incident.severity);
    match kind {
        UpdateKind::Initial | UpdateKind::Status => Some(now + row.update_every()),
        UpdateKind::Customer => Some(now + row.customer_update_every()),
        UpdateKind::Resolution => None,
    }
}
