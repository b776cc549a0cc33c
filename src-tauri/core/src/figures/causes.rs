//! What caused incidents, as far as somebody said so.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::heading::FigureHeading;
use super::lengths::count;
use super::record::{Cause, IncidentRecord};
use super::sample::{Sample, handles};
use crate::vocabulary::ChangeKind;

/// The causes: the kind of change where it was one that was noted, else the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CauseFigures {
    /// `9 of 31 caused by a deploy`.
    pub heading: FigureHeading,
    /// A row a cause, the most frequent first.
    pub rows: Vec<CauseRow>,
    /// How many have no cause that somebody confirmed or told.
    pub without: u32,
    /// Which.
    pub incidents_without: Vec<String>,
}

/// The incidents of a cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CauseRow {
    /// The kind of change, or the words.
    pub cause: String,
    /// What kind of change it was; none where it is told in words alone.
    pub change: Option<ChangeKind>,
    /// How many.
    pub count: u32,
    /// Which.
    pub incidents: Vec<String>,
}

/// What makes two causes the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum CauseKey {
    Change(ChangeKind),
    Words(String),
}

impl CauseKey {
    fn of(cause: &Cause) -> Self {
        cause.change.map_or_else(|| Self::Words(cause.words.trim_end_matches('.').to_lowercase()), Self::Change)
    }
}

pub(super) fn cause_figures(sample: &Sample<'_>) -> CauseFigures {
    let rows = rows(sample);
    let without = handles(sample.that(|record| record.causes.is_empty()));
    CauseFigures { heading: heading(sample, &rows), rows, without: count(without.len()), incidents_without: without }
}

fn rows(sample: &Sample<'_>) -> Vec<CauseRow> {
    let mut caused: BTreeMap<CauseKey, (&Cause, Vec<&IncidentRecord>)> = BTreeMap::new();
    for record in &sample.records {
        for cause in &record.causes {
            let (_, records) = caused.entry(CauseKey::of(cause)).or_insert_with(|| (cause, Vec::new()));
            records.push(record);
        }
    }
    let mut rows: Vec<CauseRow> = caused.into_values().map(|(cause, records)| row(cause, records)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    rows
}

fn row(cause: &Cause, records: Vec<&IncidentRecord>) -> CauseRow {
    let incidents = handles(records);
    let words = cause.change.map_or_else(|| cause.words.clone(), |kind| kind.label().to_owned());
    CauseRow { cause: words, change: cause.change, count: count(incidents.len()), incidents }
}

fn heading(sample: &Sample<'_>, rows: &[CauseRow]) -> FigureHeading {
    let all = sample.records.len();
    let known = all - sample.that(|record| record.causes.is_empty()).count();
    let told = format!("the cause of {known} of {all} is known");
    match rows.first().map(|row| (row.count, row.change)) {
        None if sample.is_empty() => FigureHeading::none("No cause"),
        None => FigureHeading::new(format!("The cause of none of {all} is known")),
        Some((count, Some(kind))) => FigureHeading::with(format!("{count} of {all} caused by {}", a(kind)), told),
        Some((1, None)) => FigureHeading::with("No cause came twice", told),
        Some((count, None)) => FigureHeading::with(format!("{count} of {all} have one cause"), told),
    }
}

fn a(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Deploy => "a deploy",
        ChangeKind::Config => "a config change",
        ChangeKind::Flag => "a flag change",
        ChangeKind::Infrastructure => "an infrastructure change",
    }
}
