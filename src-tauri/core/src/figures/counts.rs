//! How many incidents of which severity, week by week, and how long they lasted.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, TimeDelta};
use serde::Serialize;
use ts_rs::TS;

use super::heading::{FigureHeading, NONE, counted};
use super::lengths::{Lengths, count, seconds};
use super::range::monday_of;
use super::record::IncidentRecord;
use super::sample::{Sample, handles};
use super::time_in_severity::{time_in, time_in_any};
use crate::text::{compact, in_hours};
use crate::vocabulary::Severity;

/// The incidents, by severity and week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncidentFigures {
    /// `31 incidents`.
    pub heading: FigureHeading,
    /// How many.
    pub total: u32,
    /// Each week of the range, also where nothing began in it.
    pub weeks: Vec<WeekRow>,
    /// A row a severity, the worst first.
    pub severities: Vec<SeverityRow>,
    /// The same of all.
    pub all: SeverityRow,
}

/// What began in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeekRow {
    /// Its Monday, which lies before the range where that begins within the week.
    pub monday: NaiveDate,
    /// Whether it goes on.
    pub running: bool,
    /// How many incidents began in it.
    pub total: u32,
    /// How many of each severity, the worst first.
    pub severities: Vec<SeverityCount>,
}

/// How many incidents of a severity, by the worst that each had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeverityCount {
    /// How bad.
    pub severity: Severity,
    /// How many.
    pub count: u32,
    /// Which.
    pub incidents: Vec<String>,
}

/// How many incidents of a severity there were, and how long any was that bad.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SeverityRow {
    /// How bad; none for all.
    pub severity: Option<Severity>,
    /// Its name in the team's policy: `Total Outage`.
    pub name: String,
    /// How many had it as their worst.
    pub count: u32,
    /// How long incidents were that bad in all, until now; the time before it got worse, and after it got better, is another one's.
    pub time_in_seconds: u32,
    /// The same in words: `8.2 h`.
    pub time_in: String,
    /// How long one was that bad at the median.
    pub median_seconds: Option<u32>,
    /// The same in words: `1 h 21`.
    pub median: Option<String>,
    /// Which had it as their worst.
    pub incidents: Vec<String>,
}

pub(super) fn incident_figures(sample: &Sample<'_>) -> IncidentFigures {
    let weeks = weeks(sample);
    IncidentFigures {
        heading: heading(sample, &weeks),
        total: count(sample.records.len()),
        weeks,
        severities: Severity::ALL.into_iter().map(|severity| severity_row(sample, severity)).collect(),
        all: total_row(sample),
    }
}

fn heading(sample: &Sample<'_>, weeks: &[WeekRow]) -> FigureHeading {
    let total = sample.records.len();
    let aside = match sample.records.as_slice() {
        [] => NONE.to_owned(),
        [one] => format!("a {}", one.worst()),
        _ => match sample.that(is_severe).count() {
            0 => "none of them P0 or P1".to_owned(),
            severe => format!("{severe} of them P0 or P1"),
        },
    };
    let running = weeks.iter().find(|week| week.running && total > 0).map(|week| match week.total {
        0 => "; this week none so far".to_owned(),
        some => format!("; this week {some} so far"),
    });
    FigureHeading::with(counted(total, "incident", "incidents"), format!("{aside}{}", running.unwrap_or_default()))
}

/// P0 or P1.
pub(super) fn is_severe(record: &IncidentRecord) -> bool {
    record.worst() <= Severity::P1
}

fn weeks(sample: &Sample<'_>) -> Vec<WeekRow> {
    let mut begun: BTreeMap<NaiveDate, Vec<&IncidentRecord>> = BTreeMap::new();
    for record in &sample.records {
        begun.entry(monday_of(record.started_at.date_naive())).or_default().push(record);
    }
    let today = sample.now.date_naive();
    sample.range.mondays().map(|monday| week(monday, today, begun.get(&monday).map_or(&[], Vec::as_slice))).collect()
}

fn week(monday: NaiveDate, today: NaiveDate, begun: &[&IncidentRecord]) -> WeekRow {
    let of = |severity| {
        let incidents = handles(begun.iter().copied().filter(|record| record.worst() == severity));
        SeverityCount { severity, count: count(incidents.len()), incidents }
    };
    let ends = monday.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX);
    WeekRow { monday, running: (monday..ends).contains(&today), total: count(begun.len()), severities: Severity::ALL.map(of).to_vec() }
}

fn severity_row(sample: &Sample<'_>, severity: Severity) -> SeverityRow {
    let times: Vec<TimeDelta> = sample.records.iter().filter_map(|record| time_in(record, severity, sample.now)).collect();
    let incidents = handles(sample.that(|record| record.worst() == severity));
    row(Some(severity), sample.policy.of(severity).name.clone(), times, incidents)
}

fn total_row(sample: &Sample<'_>) -> SeverityRow {
    let times = sample.records.iter().map(|record| time_in_any(record, sample.now)).collect();
    row(None, "All".to_owned(), times, handles(sample.records.iter().copied()))
}

fn row(severity: Option<Severity>, name: String, times: Vec<TimeDelta>, incidents: Vec<String>) -> SeverityRow {
    let time: TimeDelta = times.iter().sum();
    let median = Lengths::new(times).median();
    SeverityRow {
        severity,
        name,
        count: count(incidents.len()),
        time_in_seconds: seconds(time),
        time_in: in_hours(time),
        median_seconds: median.map(seconds),
        median: median.map(compact),
        incidents,
    }
}
