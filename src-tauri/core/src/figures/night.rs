//! Night work: for how long people were at incidents from 22:00 to 06:00 where the team works.
//!
//! A person was at it who wrote something down while it went on: that moment and the five minutes from it on, and the time between two
//! such moments that are no more than an hour apart. What several incidents asked of the same minutes counts once.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::heading::{FigureHeading, counted};
use super::lengths::seconds;
use super::record::IncidentRecord;
use super::sample::{Sample, handles};
use crate::incident::{Stretch, WorkStretch};
use crate::team::BusinessHours;
use crate::text::compact;

/// What one act takes at least.
const ACT: TimeDelta = TimeDelta::minutes(5);

/// The night work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NightFigures {
    /// `11 h 20 of night work`.
    pub heading: FigureHeading,
    /// The zone that the nights are of: `Europe/Berlin`.
    pub zone: String,
    /// For how long in all.
    pub seconds: u32,
    /// The same in words: `11 h 20`; none where there was none.
    pub length: Option<String>,
    /// A row a night with work in it, in order.
    pub nights: Vec<NightRow>,
}

/// A night.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NightRow {
    /// The day on which it began.
    pub night: NaiveDate,
    /// For how long.
    pub seconds: u32,
    /// The same in words.
    pub length: String,
    /// The incidents.
    pub incidents: Vec<String>,
}

type Span = (DateTime<Utc>, DateTime<Utc>);

/// What was worked in a night, and at which incidents.
#[derive(Default)]
struct Night<'a> {
    spans: Vec<Span>,
    records: Vec<&'a IncidentRecord>,
}

pub(super) fn night_figures(sample: &Sample<'_>) -> NightFigures {
    let business = &sample.policy.business;
    let mut nights: BTreeMap<NaiveDate, Night<'_>> = BTreeMap::new();
    for record in &sample.records {
        for (night, span) in worked(record).flat_map(|span| in_nights(span, business)) {
            let night = nights.entry(night).or_default();
            night.spans.push(span);
            night.records.push(record);
        }
    }
    let lengths: Vec<(NaiveDate, TimeDelta, Vec<String>)> =
        nights.into_iter().map(|(day, night)| (day, covered(night.spans), handles(night.records))).collect();
    let total: TimeDelta = lengths.iter().map(|(_, length, _)| length).sum();
    NightFigures {
        heading: heading(sample, total, lengths.len()),
        zone: business.zone().to_owned(),
        seconds: seconds(total),
        length: (!lengths.is_empty()).then(|| compact(total)),
        nights: lengths.into_iter().map(|(night, length, incidents)| row(night, length, incidents)).collect(),
    }
}

fn row(night: NaiveDate, length: TimeDelta, incidents: Vec<String>) -> NightRow {
    NightRow { night, seconds: seconds(length), length: compact(length), incidents }
}

fn heading(sample: &Sample<'_>, total: TimeDelta, nights: usize) -> FigureHeading {
    let when = format!("22:00 to 06:00 in {}", city(sample.policy.business.zone()));
    match nights {
        0 if sample.is_empty() => FigureHeading::none("No night work"),
        0 => FigureHeading::with("No night work", when),
        _ => {
            FigureHeading::with(format!("{} of night work", compact(total)), format!("over {}, {when}", counted(nights, "night", "nights")))
        }
    }
}

/// `Berlin` of `Europe/Berlin`.
fn city(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// When people were at an incident while it went on.
fn worked(record: &IncidentRecord) -> impl Iterator<Item = Span> + '_ {
    let within = |active: &Stretch, work: &WorkStretch| {
        let (from, to) = (active.from.max(work.from), active.to.map_or(work.to, |to| to.min(work.to)));
        (from <= to).then(|| (from, to + ACT))
    };
    record.active.iter().flat_map(move |active| record.worked.iter().filter_map(move |work| within(active, work)))
}

/// The parts of a span that lie in a night, each with the day on which that night began.
fn in_nights((from, to): Span, business: &BusinessHours) -> impl Iterator<Item = (NaiveDate, Span)> + '_ {
    let before = |day: NaiveDate| day.checked_sub_days(Days::new(1)).unwrap_or(day);
    let last = business.day_of(to);
    let days = std::iter::successors(Some(before(business.day_of(from))), |day| day.checked_add_days(Days::new(1)));
    days.take_while(move |day| *day <= last).filter_map(move |day| {
        let (begins, ends) = night_of(day, business)?;
        let span = (from.max(begins), to.min(ends));
        (span.0 < span.1).then_some((day, span))
    })
}

/// From 22:00 of a day to 06:00 of the next: seven hours or nine where the clocks change.
fn night_of(day: NaiveDate, business: &BusinessHours) -> Option<Span> {
    let (begin, end) = (NaiveTime::from_hms_opt(22, 0, 0)?, NaiveTime::from_hms_opt(6, 0, 0)?);
    Some((business.moment(day, begin), business.moment(day.checked_add_days(Days::new(1))?, end)))
}

/// How long spans last together; what lies in several counts once.
fn covered(mut spans: Vec<Span>) -> TimeDelta {
    spans.sort_unstable();
    let (mut total, mut reached) = (TimeDelta::zero(), DateTime::<Utc>::MIN_UTC);
    for (from, to) in spans {
        let from = from.max(reached);
        total += (to - from).max(TimeDelta::zero());
        reached = reached.max(to);
    }
    total
}
