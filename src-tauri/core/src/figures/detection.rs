//! How incidents were detected.

use serde::Serialize;
use ts_rs::TS;

use super::heading::{FigureHeading, percent};
use super::lengths::{Lengths, count, seconds};
use super::sample::{Sample, handles, since_start};
use crate::text::compact;
use crate::vocabulary::Detection;

/// How incidents were detected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DetectionFigures {
    /// `19 of 31 by an alert`.
    pub heading: FigureHeading,
    /// A row a way, in the procedure's order; the last is of those of which nobody said.
    pub rows: Vec<DetectionRow>,
}

/// How many were detected in a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DetectionRow {
    /// How; none where nobody said.
    pub detected: Option<Detection>,
    /// The same in words.
    pub label: String,
    /// How many.
    pub count: u32,
    /// Of all, in percent.
    pub percent: Option<u32>,
    /// How long after their start somebody knew of them, at the median.
    pub median_seconds: Option<u32>,
    /// The same in words.
    pub median: Option<String>,
    /// Which.
    pub incidents: Vec<String>,
}

pub(super) fn detection_figures(sample: &Sample<'_>) -> DetectionFigures {
    let ways = Detection::ALL.into_iter().map(Some).chain([None]);
    let rows: Vec<DetectionRow> = ways.map(|way| row(sample, way)).collect();
    DetectionFigures { heading: heading(sample, &rows), rows }
}

fn row(sample: &Sample<'_>, detected: Option<Detection>) -> DetectionRow {
    let incidents = handles(sample.that(|record| record.detected == detected));
    let label = detected.map_or("Not said", Detection::label).to_owned();
    let known = Lengths::new(sample.that(|record| record.detected == detected).map(|record| since_start(record, record.detected_at)));
    DetectionRow {
        detected,
        label,
        count: count(incidents.len()),
        percent: percent(count(incidents.len()), count(sample.records.len())),
        median_seconds: known.median().map(seconds),
        median: known.median().map(compact),
        incidents,
    }
}

fn heading(sample: &Sample<'_>, rows: &[DetectionRow]) -> FigureHeading {
    let told = rows.iter().filter(|row| row.detected.is_some() && row.count > 0);
    // Of ways that are as frequent the first one counts.
    let most = told.rev().max_by_key(|row| row.count);
    match most.and_then(|row| Some((row.count, row.detected?))) {
        Some((count, way)) => FigureHeading::new(format!("{count} of {} {}", sample.records.len(), by(way))),
        None if sample.is_empty() => FigureHeading::none("None detected"),
        None => FigureHeading::new("Nobody said how they were detected"),
    }
}

fn by(way: Detection) -> &'static str {
    match way {
        Detection::Alert => "by an alert",
        Detection::User => "by a user's report",
        Detection::Monitoring => "in the monitoring",
        Detection::Other => "by chance",
    }
}
