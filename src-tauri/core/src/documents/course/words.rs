//! How a course is put into words.

use chrono::{DateTime, TimeDelta, Utc};

use super::model::{BandKind, CourseEnd, CourseUpdate, CourseWork, Entered, IncidentCourse, SentLane, SeverityBand, StatusEntry, WorkMove};
use crate::text::{clock_time, date_and_time, prose};
use crate::vocabulary::Audience;

/// How many severities are told one by one.
const BANDS_AT_MOST: usize = 4;

/// `40 s`, `5 min`, `1 h 26 min`.
pub(super) fn length(length: TimeDelta) -> String {
    if length < TimeDelta::minutes(1) { format!("{} s", length.num_seconds().max(0)) } else { prose(length) }
}

/// `5 min late`.
pub(super) fn late_words(by: TimeDelta) -> String {
    format!("{} late", length(by))
}

/// What a course says, in sentences.
#[must_use]
pub fn sentences(course: &IncidentCourse) -> String {
    let sent = course.sent.iter().map(sent_sentence);
    let told: Vec<String> = [severities(course)].into_iter().chain(sent).chain(work_sentence(course)).collect();
    told.join(" ")
}

fn severities(course: &IncidentCourse) -> String {
    let held: Vec<&SeverityBand> = course.bands.iter().filter(|band| band.kind == BandKind::Held).collect();
    let began = format!("From {}", date_and_time(course.window.from()));
    let bands = match held.as_slice() {
        [] => String::new(),
        few if few.len() <= BANDS_AT_MOST => {
            let each: Vec<String> = few.iter().map(|band| format!("{} for {}", band.severity, length(band.to - band.from))).collect();
            format!(": {}", each.join(", then "))
        }
        many => {
            let worst = many.iter().map(|band| band.severity).min();
            format!(
                ": {} severities one after the other{}",
                many.len(),
                worst.map(|worst| format!(", {worst} at worst")).unwrap_or_default()
            )
        }
    };
    format!("{began}{bands}; {}.", end_words(course.end, course.window.from()))
}

fn end_words(end: CourseEnd, from: DateTime<Utc>) -> String {
    let at = clock_time(end.at(), from);
    match end {
        CourseEnd::Resolved(_) => format!("resolved {at}"),
        CourseEnd::Withdrawn(_) => format!("withdrawn {at}"),
        CourseEnd::GoesOn(_) => format!("still going on {at}"),
    }
}

fn sent_sentence(lane: &SentLane) -> String {
    let count = |of: fn(&CourseUpdate) -> bool| lane.updates.iter().filter(|update| of(update)).count();
    let late = count(|update| matches!(update, CourseUpdate::Late { .. }));
    let missed = count(|update| matches!(update, CourseUpdate::Missed { .. }));
    let to = lane_words(lane.audience);
    let sent = match lane.updates.len() - missed {
        0 => format!("No update to {to}"),
        1 => format!("1 update to {to}"),
        several => format!("{several} updates to {to}"),
    };
    let late = (late > 0).then(|| format!(", {late} late"));
    let missed = (missed > 0).then(|| format!(", {missed} due and not sent"));
    format!("{sent}{}{}.", late.unwrap_or_default(), missed.unwrap_or_default())
}

fn lane_words(audience: Audience) -> String {
    audience.label().to_lowercase()
}

/// `2 mitigations, 3 hypotheses, 1 command.`
fn work_sentence(course: &IncidentCourse) -> Option<String> {
    let counted = |count: usize, one: &str, several: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {several}")),
    };
    let parts = [
        counted(course.mitigations.len(), "mitigation", "mitigations"),
        counted(course.hypotheses.len(), "hypothesis", "hypotheses"),
        counted(course.commands.len(), "command", "commands"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", parts.join(", ")))
}

/// `P1 until 14:58 UTC, 54 min`.
pub(super) fn band_words(band: &SeverityBand) -> String {
    let until = format!("{} until {}, {}", band.severity, clock_time(band.to, band.from), length(band.to - band.from));
    match band.kind {
        BandKind::Held => until,
        BandKind::Undeclared => format!("{until}, not declared yet"),
        BandKind::Disavowed => format!("{until}; said later that it never was that bad"),
    }
}

/// `Reopened, Investigating: it is back`.
pub(super) fn status_words(entry: &StatusEntry) -> String {
    let entered = match entry.entered {
        Entered::Reopened(status) => format!("{}, {status}", entry.entered.label()),
        Entered::Status(_) | Entered::Withdrawn | Entered::BroughtBack => entry.entered.label().to_owned(),
    };
    with_note(entered, entry.reason.as_deref())
}

/// `Status update, 5 min late: it was due 14:48 UTC`.
pub(super) fn update_words(update: &CourseUpdate, now: DateTime<Utc>) -> String {
    match update {
        CourseUpdate::InTime { label, .. } => label.clone(),
        CourseUpdate::Late { label, due_at, at } => {
            format!("{label}, {}: it was due {}", late_words(*at - *due_at), clock_time(*due_at, *at))
        }
        CourseUpdate::Missed { until: Some(_), .. } => "An update was due and never sent".to_owned(),
        CourseUpdate::Missed { due_at, until: None } => format!("An update was due and is not sent yet, {}", late_words(now - *due_at)),
    }
}

/// `Roll back: helped (5xx fell)`.
pub(super) fn move_words(work: &CourseWork, one: &WorkMove) -> String {
    let note = one.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("{}: {}{note}", work.what, one.word)
}

fn with_note(words: String, note: Option<&str>) -> String {
    note.map_or_else(|| words.clone(), |note| format!("{words}: {note}"))
}
