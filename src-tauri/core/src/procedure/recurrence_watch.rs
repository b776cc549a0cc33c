//! The watch for recurrence after the end (seed: Resolution Notification, 'Monitoring for recurrence').

use chrono::{DateTime, TimeDelta, Utc};

use crate::incident::Incident;
use crate::team::Policy;
use crate::vocabulary::Severity;

/// So long after its end somebody is asked; later an answer is of no use to anybody.
const ASKED_FOR: TimeDelta = TimeDelta::days(7);

/// The watch of an incident that was resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RecurrenceWatch {
    /// When it was resolved (UTC).
    pub(crate) from: DateTime<Utc>,
    /// When it ends (UTC).
    pub(crate) until: DateTime<Utc>,
    /// Whether nobody is to be asked any more: somebody said that it stayed quiet, or reviewed it after the watch, or it is long ago.
    pub(crate) is_settled: bool,
}

/// Until when an incident that ended at `resolved` is watched (UTC), if it is.
#[must_use]
pub fn watched_until(incident: &Incident, policy: &Policy, resolved: DateTime<Utc>) -> Option<DateTime<Utc>> {
    incident.duties(policy).watch().map(|watch| resolved + watch)
}

/// What was resolved before this (UTC) is not watched any more, nor asked about, whatever its severity.
#[must_use]
pub fn nothing_watched_before(policy: &Policy, now: DateTime<Utc>) -> DateTime<Utc> {
    let longest = policy.duties(&Severity::ALL).watch().unwrap_or_else(TimeDelta::zero);
    now - longest - ASKED_FOR
}

impl Incident {
    /// The watch after the end, as it stands at `now`; none where the policy asks for none.
    pub(crate) fn recurrence_watch(&self, policy: &Policy, now: DateTime<Utc>) -> Option<RecurrenceWatch> {
        let from = self.resolved_at?;
        let until = watched_until(self, policy, from)?;
        let reviewed_after = self.review_published_at.is_some_and(|reviewed| reviewed >= until);
        let is_settled = self.stayed_quiet_at.is_some() || reviewed_after || now >= until + ASKED_FOR;
        Some(RecurrenceWatch { from, until, is_settled })
    }
}
