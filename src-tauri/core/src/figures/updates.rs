//! How many of the updates that were owed went out in time.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::heading::{FigureHeading, percent};
use super::lengths::count;
use super::record::IncidentRecord;
use super::sample::{Sample, handles};
use crate::incident::Stretch;
use crate::procedure::{Punctuality, SentToAudience, Told, punctuality};
use crate::team::Policy;
use crate::vocabulary::Audience;

/// The audiences that have a cadence.
const AUDIENCES: [Audience; 2] = [Audience::Internal, Audience::Customers];

/// How updates kept their time, by the cadence that the policy in force gives to the severity of that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UpdateFigures {
    /// `89% of updates on time`.
    pub heading: FigureHeading,
    /// A row an audience.
    pub rows: Vec<UpdateRow>,
}

/// How the updates to an audience kept their time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UpdateRow {
    /// Who reads them.
    pub audience: Audience,
    /// The same in words.
    pub label: String,
    /// How many went out in time.
    pub on_time: u32,
    /// How many went out late.
    pub late: u32,
    /// How many were due and did not go out.
    pub missed: u32,
    /// All of these.
    pub of: u32,
    /// How many in a hundred went out in time.
    pub percent: Option<u32>,
    /// The incidents that owed one.
    pub incidents: Vec<String>,
    /// Those of which one was late or missed.
    pub incidents_late: Vec<String>,
}

pub(super) fn update_figures(sample: &Sample<'_>) -> UpdateFigures {
    let rows: Vec<UpdateRow> = AUDIENCES.into_iter().map(|audience| row(sample, audience)).collect();
    UpdateFigures { heading: heading(sample, &rows), rows }
}

fn heading(sample: &Sample<'_>, rows: &[UpdateRow]) -> FigureHeading {
    let (on_time, of) = rows.iter().fold((0, 0), |(on_time, of), row| (on_time + row.on_time, of + row.of));
    match percent(on_time, of) {
        Some(share) => FigureHeading::with(format!("{share}% of updates on time"), format!("{on_time} of {of}")),
        None if sample.is_empty() => FigureHeading::none("No updates were due"),
        None => FigureHeading::new("No updates were due"),
    }
}

fn row(sample: &Sample<'_>, audience: Audience) -> UpdateRow {
    let kept: Vec<Kept<'_>> = sample.records.iter().map(|record| Kept::of(record, audience, sample.policy, sample.now)).collect();
    let sum = |of: fn(&Kept<'_>) -> u32| kept.iter().map(of).sum::<u32>();
    let (on_time, late, missed) = (sum(|one| one.on_time), sum(|one| one.late), sum(|one| one.missed));
    let of = on_time + late + missed;
    let that = |is_true: fn(&Kept<'_>) -> bool| handles(kept.iter().filter(|one| is_true(one)).map(|one| one.record));
    UpdateRow {
        audience,
        label: audience.label().to_owned(),
        on_time,
        late,
        missed,
        of,
        percent: percent(on_time, of),
        incidents: that(|one| one.on_time + one.late + one.missed > 0),
        incidents_late: that(|one| one.late + one.missed > 0),
    }
}

/// How the updates of one incident kept their time.
struct Kept<'a> {
    record: &'a IncidentRecord,
    on_time: u32,
    late: u32,
    missed: u32,
}

impl<'a> Kept<'a> {
    fn of(record: &'a IncidentRecord, audience: Audience, policy: &Policy, now: DateTime<Utc>) -> Self {
        let all = punctuality(&told(record, audience), policy, now);
        let number = |is_one: fn(&Punctuality<()>) -> bool| count(all.iter().filter(|one| is_one(one)).count());
        Self {
            record,
            on_time: number(|one| matches!(one, Punctuality::InTime { .. })),
            late: number(|one| matches!(one, Punctuality::Late { .. })),
            missed: number(|one| matches!(one, Punctuality::Missed { .. })),
        }
    }
}

fn told(record: &IncidentRecord, audience: Audience) -> Told<'_, ()> {
    let to_them = record.updates.iter().filter(|sent| sent.audience == audience);
    let updates = to_them.map(|sent| SentToAudience { id: (), at: sent.at, tells_the_end: sent.tells_the_end }).collect();
    let active: &[Stretch] = if record.backfilled { &[] } else { &record.active };
    Told { audience, severities: &record.severities, active, withdrawn: record.withdrawn, updates }
}
