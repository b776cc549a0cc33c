//! The figures that stand beside the picture.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::model::{CourseEnd, Entered, IncidentCourse, WorkMove, WorkOutcome, WorkStage};
use super::words::length;
use crate::incident::{CountedFrom, Incident};
use crate::vocabulary::Status;

/// A figure in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactBeside {
    /// What it is: `Mitigated in`.
    pub label: String,
    /// How much: `38 min`.
    pub value: String,
}

/// The figures of an incident until `now`: how long it lasted, when it was detected and mitigated, and which updates kept their time.
/// What has no value stands in none.
#[must_use]
pub fn facts_beside(incident: &Incident, course: &IncidentCourse, now: DateTime<Utc>) -> Vec<FactBeside> {
    let since_start = |at: DateTime<Utc>| length((at - incident.started_at).max(TimeDelta::zero()));
    let lasted = if matches!(course.end, CourseEnd::GoesOn(_)) { "Duration so far" } else { "Duration" };
    let figures = [
        (lasted, Some(length(incident.lasted(CountedFrom::Start, now)))),
        ("Detected in", Some(since_start(incident.detected_at()))),
        ("Mitigated in", mitigated_at(course).map(since_start)),
        ("Updates on time", on_time(course)),
    ];
    figures.into_iter().filter_map(|(label, value)| Some(FactBeside { label: label.to_owned(), value: value? })).collect()
}

/// When it stopped hurting (UTC): when a mitigation that helped was done, or else when a fix was watched.
fn mitigated_at(course: &IncidentCourse) -> Option<DateTime<Utc>> {
    let helped = course.mitigations.iter().filter_map(|work| {
        let hit = work.moves.iter().any(|one| one.stage == WorkStage::Over(WorkOutcome::Hit));
        let is_done = |one: &&WorkMove| matches!(one.stage, WorkStage::Over(WorkOutcome::Hit | WorkOutcome::Unsaid));
        work.moves.iter().find(is_done).filter(|_| hit).map(|done| done.at)
    });
    let watched = || course.statuses.iter().find(|entry| entry.entered == Entered::Status(Status::Monitoring)).map(|entry| entry.at);
    helped.min().or_else(watched)
}

/// `4 of 5`; none where none was owed or sent.
fn on_time(course: &IncidentCourse) -> Option<String> {
    let all = || course.sent.iter().flat_map(|lane| &lane.updates);
    let (kept, count) = (all().filter(|update| update.is_in_time()).count(), all().count());
    (count > 0).then(|| format!("{kept} of {count}"))
}
