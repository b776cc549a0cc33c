//! When something is due whose time depends on the severity: a raising counts from the raising, so it makes nothing late.

use chrono::{DateTime, Utc};

use crate::incident::{Incident, SeverityStretch, raised_through};
use crate::vocabulary::Severity;

/// From when it runs, and when it is due (UTC): the earliest that a severity asks for that holds, or held before it was raised,
/// each counted from when it began.
pub(super) fn due_by(
    incident: &Incident,
    runs_from: DateTime<Utc>,
    due: impl Fn(Severity, DateTime<Utc>) -> Option<DateTime<Utc>>,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    due_after(&incident.severity_history, runs_from, due)
}

/// The same by a history of severities as it was at some time.
pub(super) fn due_after(
    history: &[SeverityStretch],
    runs_from: DateTime<Utc>,
    due: impl Fn(Severity, DateTime<Utc>) -> Option<DateTime<Utc>>,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let stretches = raised_through(history).iter().enumerate();
    let running = stretches.filter(|(_, stretch)| stretch.to.is_none_or(|to| to > runs_from));
    let asked = running.filter_map(|(place, stretch)| {
        // What was lowered to, or declared, asks for no more than it would have asked for from the beginning.
        let from = if place == 0 { runs_from } else { stretch.from.max(runs_from) };
        Some((from, due(stretch.severity, from)?))
    });
    asked.min_by_key(|(_, due)| *due)
}
