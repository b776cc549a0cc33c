//! The timeline in the review.

use serde::Serialize;
use sitrep_core::documents::timeline::{TimelineKind, TimelineRow};
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::{EventId, MomentMarker};
use ts_rs::TS;

/// More lines than this are chosen from in the timeline, not in the review.
const LINES_AT_MOST: usize = 1_000;

/// A line of the timeline in the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewLine {
    /// The event that wrote it.
    pub id: EventId,
    /// `14:05`, in UTC.
    pub time: String,
    /// `2026-11-23`.
    pub day: String,
    /// What it is.
    pub kind: TimelineKind,
    /// The words.
    pub text: String,
    /// Whether it stands in the review.
    pub chosen: bool,
    /// Whether it is a key one.
    pub starred: bool,
    /// What it was for the course of the incident.
    pub marker: Option<MomentMarker>,
    /// The same in words.
    pub marker_label: Option<String>,
    /// What the marker asks.
    pub question: Option<String>,
    /// What was answered.
    pub answer: Option<String>,
}

pub(super) fn lines(incident: &Incident, rows: &[TimelineRow]) -> Vec<ReviewLine> {
    rows.iter().take(LINES_AT_MOST).map(|row| line(incident, row)).collect()
}

fn line(incident: &Incident, row: &TimelineRow) -> ReviewLine {
    let marks = incident.review.lines.get(&row.id).cloned().unwrap_or_default();
    ReviewLine {
        id: row.id,
        time: row.time.clone(),
        day: row.day.clone(),
        kind: row.kind,
        text: row.in_words().into_owned(),
        chosen: marks.chosen,
        starred: marks.starred,
        marker: marks.marker,
        marker_label: marks.marker.map(|marker| marker.label().to_owned()),
        question: marks.marker.map(|marker| marker.question().to_owned()),
        answer: marks.answer,
    }
}
