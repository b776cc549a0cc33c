//! The same thing declared twice: two people who see one alert, or one who pressed twice.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::text::{clock_time, is_same_title};
use sitrep_core::vocabulary::Severity;
use sitrep_store::IncidentRow;

use crate::refusals::DeclaredAlready;

/// What ended sooner after its declaration than this was hardly ended by whoever declares it now.
const STILL_THE_SAME: TimeDelta = TimeDelta::minutes(15);
/// So many of those that ended last are looked at.
pub(super) const ENDED_AT_MOST: usize = 20;

/// Of these incidents the one of this title that goes on, or was declared a short while ago. What is declared as worse than that is
/// perhaps what it has become.
pub(super) fn declared_already(
    rows: Vec<IncidentRow>,
    title: &str,
    severity: Option<Severity>,
    now: DateTime<Utc>,
) -> Option<DeclaredAlready> {
    let is_the_same = |row: &IncidentRow| {
        let goes_on = row.summary.resolved_at.is_none();
        (goes_on || now - row.summary.declared_at < STILL_THE_SAME) && is_same_title(&row.summary.title, title)
    };
    let summary = rows.into_iter().find(is_the_same)?.summary;
    let raise_to = severity.filter(|severity| summary.resolved_at.is_none() && severity.is_worse_than(summary.severity));
    Some(DeclaredAlready {
        declared: clock_time(summary.declared_at, now),
        handle: summary.handle,
        severity: summary.severity,
        title: summary.title,
        status: summary.status,
        raise_to,
    })
}
