//! The review, once an incident is resolved.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::review_due;
use sitrep_core::team::Policy;
use sitrep_core::text::rough;
use ts_rs::TS;

/// The review, apart from its document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewView {
    /// `Due in 46 h`, if one is due for this severity.
    pub due: Option<String>,
    /// Whether that is past.
    pub late: bool,
    /// When it is and who is invited, if somebody scheduled it: `2026-11-25 15:00 UTC, with @ana`.
    pub scheduled: Option<String>,
    /// Whether it was marked complete.
    pub complete: bool,
}

pub(crate) fn review_view(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Option<ReviewView> {
    incident.resolved_at.filter(|_| incident.withdrawn.is_none())?;
    let due = review_due(incident, policy).filter(|_| !incident.backfilled).map(|due| due_line("Due in", due, now));
    Some(ReviewView {
        late: due.as_ref().is_some_and(|(_, late)| *late),
        due: due.map(|(line, _)| line),
        scheduled: incident.review_scheduled.as_ref().map(ToString::to_string),
        complete: incident.review_published_at.is_some(),
    })
}

/// `due in 36 h`, or `2 d late` once it is past. What is left is rounded up to the minute, so that a week reads as 7 d.
pub(crate) fn due_line(words: &str, due: DateTime<Utc>, now: DateTime<Utc>) -> (String, bool) {
    let late = now >= due;
    let line = if late { format!("{} late", rough(now - due)) } else { format!("{words} {}", rough(due - now + TimeDelta::minutes(1))) };
    (line, late)
}
