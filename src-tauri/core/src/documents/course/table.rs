//! The course as a table, for who cannot see the picture.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::lane::Lane;
use super::model::{CourseUpdate, CourseWork, IncidentCourse, SentLane};
use super::words::{band_words, move_words, status_words, update_words};

/// One row: what happened when, in which lane of the picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CourseRow {
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// `2026-11-23 14:05`, in UTC.
    pub time: String,
    /// The lane: `Severity`, `Sent to customers`.
    pub lane: String,
    /// What happened.
    pub what: String,
}

/// All that a picture of the course shows, and what lies outside of it, in the order of time.
#[must_use]
pub fn table(course: &IncidentCourse) -> Vec<CourseRow> {
    let bands = course.bands.iter().map(|band| row(band.from, Lane::Severity, band_words(band)));
    let statuses = course.statuses.iter().map(|entry| row(entry.at, Lane::Status, status_words(entry)));
    let updates = course.sent.iter().flat_map(|lane| update_rows(lane, course.end.at()));
    let mitigations = course.mitigations.iter().flat_map(|work| work_rows(Lane::Mitigations, work));
    let hypotheses = course.hypotheses.iter().flat_map(|work| work_rows(Lane::Hypotheses, work));
    let commands = course.commands.iter().map(|command| row(command.at, Lane::Commands, command.words.clone()));
    let mut rows: Vec<CourseRow> = bands.chain(statuses).chain(updates).chain(mitigations).chain(hypotheses).chain(commands).collect();
    rows.sort_by_key(|row| row.at);
    rows
}

fn row(at: DateTime<Utc>, lane: Lane, what: String) -> CourseRow {
    CourseRow { at, time: at.format("%Y-%m-%d %H:%M").to_string(), lane: lane.name(), what }
}

fn update_rows(lane: &SentLane, now: DateTime<Utc>) -> impl Iterator<Item = CourseRow> {
    lane.updates.iter().map(move |update| {
        let at = match update {
            CourseUpdate::InTime { at, .. } | CourseUpdate::Late { at, .. } => *at,
            CourseUpdate::Missed { due_at, .. } => *due_at,
        };
        row(at, Lane::Sent(lane.audience), update_words(update, now))
    })
}

fn work_rows(lane: Lane, work: &CourseWork) -> impl Iterator<Item = CourseRow> {
    work.moves.iter().map(move |one| row(one.at, lane, move_words(work, one)))
}
