//! How long an incident was how bad.

use chrono::{DateTime, TimeDelta, Utc};

use super::record::IncidentRecord;
use crate::incident::{SeverityStretch, Stretch};
use crate::vocabulary::Severity;

/// How long an incident was this bad until `now`, from its start to its end; what it was over in between counts for nothing. None where
/// it never was. Of a severity that it never really had, the time is that of the one that it had.
pub(super) fn time_in(record: &IncidentRecord, severity: Severity, now: DateTime<Utc>) -> Option<TimeDelta> {
    let active = active_from_start(record);
    let mut held = course(record).into_iter().filter(|(held, _)| *held == severity).peekable();
    held.peek()?;
    Some(held.flat_map(|(_, stretch)| active.iter().map(move |active| shared(*active, stretch, now))).sum())
}

/// As [`time_in`], however bad it was.
pub(super) fn time_in_any(record: &IncidentRecord, now: DateTime<Utc>) -> TimeDelta {
    active_from_start(record).into_iter().map(|active| until(active.to, now) - active.from).map(|time| time.max(TimeDelta::zero())).sum()
}

/// It hurt from its start on, whenever it was declared.
fn active_from_start(record: &IncidentRecord) -> Vec<Stretch> {
    let mut active = record.active.clone();
    if let Some(first) = active.first_mut() {
        first.from = first.to.map_or(record.started_at, |to| record.started_at.min(to));
    }
    active
}

/// The severities that it really had, each with its time. The first held from the start on.
fn course(record: &IncidentRecord) -> Vec<(Severity, Stretch)> {
    let last = record.severities.len().checked_sub(1);
    let course = record.severities.iter().enumerate().map(|(place, held)| {
        let from = if place == 0 { held.from.min(record.started_at) } else { held.from };
        let to = if Some(place) == last { None } else { held.to };
        (real(&record.severities, place).unwrap_or(held.severity), Stretch { from, to })
    });
    course.collect()
}

/// The severity that it really had in a stretch: of one that was disavowed that of the next one that was not.
fn real(severities: &[SeverityStretch], place: usize) -> Option<Severity> {
    severities.iter().skip(place).find(|held| !held.disavowed).map(|held| held.severity)
}

fn until(to: Option<DateTime<Utc>>, now: DateTime<Utc>) -> DateTime<Utc> {
    to.unwrap_or(now)
}

/// How much of a stretch in which it went on lies in one of a severity, of which the last has no end.
fn shared(one: Stretch, other: Stretch, now: DateTime<Utc>) -> TimeDelta {
    let (from, to) = (one.from.max(other.from), until(one.to, now).min(other.to.unwrap_or(DateTime::<Utc>::MAX_UTC)));
    (to - from).max(TimeDelta::zero())
}
