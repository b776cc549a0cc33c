//! How long it took from the start to acknowledge, to identify, to mitigate, to resolve.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::heading::{FigureHeading, counted};
use super::lengths::{ENOUGH, Lengths, count, seconds};
use super::record::IncidentRecord;
use super::sample::{Sample, handles, since_start};
use crate::text::compact;

/// What the course of an incident is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Milestone {
    /// The first responder acknowledged.
    Acknowledge,
    /// The cause was known.
    Identify,
    /// It stopped hurting.
    Mitigate,
    /// It was over.
    Resolve,
}

impl Milestone {
    /// All, in their usual order.
    pub const ALL: [Self; 4] = [Self::Acknowledge, Self::Identify, Self::Mitigate, Self::Resolve];

    /// The word on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Acknowledge => "Acknowledge",
            Self::Identify => "Identify",
            Self::Mitigate => "Mitigate",
            Self::Resolve => "Resolve",
        }
    }

    fn of(self, record: &IncidentRecord) -> Option<DateTime<Utc>> {
        match self {
            Self::Acknowledge => record.acknowledged_at,
            Self::Identify => record.identified_at,
            Self::Mitigate => record.mitigated_at,
            Self::Resolve => record.resolved_at,
        }
    }
}

/// The times to each milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimeFigures {
    /// `41 min to mitigate`.
    pub heading: FigureHeading,
    /// A row a milestone, in their usual order.
    pub rows: Vec<TimeRow>,
}

/// How long it took to reach a milestone. Incidents that did not reach it are counted, and no part of the lengths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimeRow {
    /// Which.
    pub milestone: Milestone,
    /// Its word on screen.
    pub label: String,
    /// The length in the middle.
    pub median_seconds: Option<u32>,
    /// The same in words: `41 min`.
    pub median: Option<String>,
    /// What nine in ten do not exceed; none of fewer than five.
    pub p90_seconds: Option<u32>,
    /// The same in words.
    pub p90: Option<String>,
    /// Why there is no p90: `3 incidents, too few for a p90`.
    pub note: Option<String>,
    /// How many reached it.
    pub counted: u32,
    /// How many did not.
    pub without: u32,
    /// Which reached it.
    pub incidents: Vec<String>,
    /// Which did not.
    pub incidents_without: Vec<String>,
}

pub(super) fn time_figures(sample: &Sample<'_>) -> TimeFigures {
    let rows: Vec<TimeRow> = Milestone::ALL.into_iter().map(|milestone| row(sample, milestone)).collect();
    TimeFigures { heading: heading(sample, &rows), rows }
}

fn row(sample: &Sample<'_>, milestone: Milestone) -> TimeRow {
    let reached = |record: &IncidentRecord| milestone.of(record).is_some();
    let lengths = sample.records.iter().filter_map(|record| Some(since_start(record, milestone.of(record)?)));
    let lengths = Lengths::new(lengths);
    let (median, p90) = (lengths.median(), lengths.p90());
    TimeRow {
        milestone,
        label: milestone.label().to_owned(),
        median_seconds: median.map(seconds),
        median: median.map(compact),
        p90_seconds: p90.map(seconds),
        p90: p90.map(compact),
        note: too_few(lengths.count()),
        counted: count(lengths.count()),
        without: count(sample.records.len() - lengths.count()),
        incidents: handles(sample.that(reached)),
        incidents_without: handles(sample.that(|record| !reached(record))),
    }
}

fn too_few(counted_incidents: usize) -> Option<String> {
    let is_few = (1..ENOUGH).contains(&counted_incidents);
    is_few.then(|| format!("{}, too few for a p90", counted(counted_incidents, "incident", "incidents")))
}

fn heading(sample: &Sample<'_>, rows: &[TimeRow]) -> FigureHeading {
    let mitigate = rows.iter().find(|row| row.milestone == Milestone::Mitigate);
    match mitigate.map(|row| (&row.median, &row.p90, &row.note)) {
        Some((Some(median), Some(p90), _)) => {
            FigureHeading::with(format!("{median} to mitigate"), format!("at the median; one in ten takes longer than {p90}"))
        }
        Some((Some(median), None, note)) => {
            let note = note.iter().map(|note| format!("; {note}")).collect::<String>();
            FigureHeading::with(format!("{median} to mitigate"), format!("at the median{note}"))
        }
        _ if sample.is_empty() => FigureHeading::none("No time to mitigate"),
        _ => FigureHeading::with("None mitigated", format!("of {}", counted(sample.records.len(), "incident", "incidents"))),
    }
}
