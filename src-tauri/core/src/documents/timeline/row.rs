//! A line of the timeline, and the lines in their order.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kind::TimelineKind;
use super::words::{START_SET, words};
use crate::event::{Event, EventBody, RunMove, as_recorded};
use crate::incident::Incident;
use crate::text::thousands;
use crate::vocabulary::{AttachedText, EntryKind, EventId, ImpactQuestion, Picture};

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimelineRow {
    /// The event behind it.
    pub id: EventId,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it, in the incident that it came from if it came from one.
    pub author: String,
    /// The handle of the incident that it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub from: Option<String>,
    /// What it is.
    pub kind: TimelineKind,
    /// The words.
    pub text: String,
    /// `14:05`, in UTC.
    pub time: String,
    /// `2026-11-23`, for the heading where a timeline spans days.
    pub day: String,
    /// Whether it is a turning point: a declaration, a status.
    pub strong: bool,
    /// Whether a person may edit or undo it.
    pub editable: bool,
    /// Whether it was edited.
    pub edited: bool,
    /// What it said and when, before its edits, the oldest first.
    pub earlier: Vec<String>,
    /// The last lines that a command printed, where they were kept.
    pub kept: Vec<String>,
    /// The pictures of an entry.
    pub pictures: Vec<Picture>,
    /// The long text that goes with an entry.
    pub attached: Option<AttachedText>,
    /// Whether it says something that can speak for or against a hypothesis.
    pub tells: bool,
}

impl TimelineRow {
    /// What it says where its glyph is not seen: a decision says that it is one.
    #[must_use]
    pub fn in_words(&self) -> Cow<'_, str> {
        let kind = if self.kind == TimelineKind::Decision { EntryKind::Decision } else { EntryKind::Note };
        kind.marked(&self.text)
    }

    /// Who recorded it, and where, if that was in another incident: `@ana, from 2026-11-23-payments`.
    #[must_use]
    pub fn by_whom(&self) -> Cow<'_, str> {
        match &self.from {
            Some(handle) => Cow::Owned(format!("{}, from {handle}", self.author)),
            None => Cow::Borrowed(&self.author),
        }
    }
}

/// What is told of the start and was corrected later: of these lines a document keeps the last.
#[must_use]
pub fn without_corrected_starts(rows: &[TimelineRow]) -> Vec<&TimelineRow> {
    let sets = |row: &TimelineRow| row.kind == TimelineKind::Clock && row.text.starts_with(START_SET);
    let answers = |row: &TimelineRow| row.kind == TimelineKind::Impact && row.text.starts_with(ImpactQuestion::When.prompt());
    let newest = rows
        .iter()
        .filter(|row| sets(row))
        .max_by_key(|row| row.id)
        .or_else(|| rows.iter().filter(|row| answers(row)).max_by_key(|row| row.id));
    let kept = newest.map(|row| row.id);
    rows.iter().filter(|row| !(sets(row) || answers(row)) || Some(row.id) == kept).collect()
}

/// The lines of a timeline in the order of when things happened: of all events of an incident, or of some of them with what
/// amends these. Undone entries are left out; edited ones read as edited.
#[must_use]
pub fn rows(events: &[Event], incident: &Incident) -> Vec<TimelineRow> {
    let recorded = as_recorded(events);
    let mut rows: BTreeMap<EventId, TimelineRow> = recorded.iter().filter_map(|event| Some((event.id, row(event, incident)?))).collect();
    let mut gone = BTreeSet::new();
    for event in recorded {
        amend(&mut rows, &mut gone, event);
    }
    let mut rows: Vec<TimelineRow> = rows.into_values().filter(|row| !gone.contains(&row.id)).collect();
    rows.sort_by_key(|row| (row.occurred_at, row.id));
    rows
}

/// Whether an event is a line of the timeline; the others only amend one, or fill in a run.
#[must_use]
pub fn has_line(body: &EventBody) -> bool {
    !amends_line(body) && !fills_in(body)
}

/// Whether an event only fills in the run of a runbook, or the review.
fn fills_in(body: &EventBody) -> bool {
    match body {
        EventBody::ReviewEdited(_) => true,
        EventBody::RunbookMoved { moved, .. } => {
            matches!(moved, RunMove::Value { .. } | RunMove::Prerequisite { .. } | RunMove::Alternative { .. })
        }
        _ => false,
    }
}

/// Whether an event moves or removes the line that it amends, or brings it back.
#[must_use]
pub fn amends_line(body: &EventBody) -> bool {
    matches!(body, EventBody::EntryAmended { .. } | EventBody::EntryRemoved | EventBody::EntryRestored | EventBody::FindingRemoved)
}

/// Whether a person may edit or undo the line that an event wrote.
#[must_use]
pub fn is_editable(body: &EventBody) -> bool {
    matches!(body, EventBody::Entry { .. })
}

fn amend(rows: &mut BTreeMap<EventId, TimelineRow>, gone: &mut BTreeSet<EventId>, event: &Event) {
    let Some(target) = event.amends else { return };
    match &event.body {
        EventBody::EntryAmended { text } => {
            if let Some(row) = rows.get_mut(&target).filter(|row| row.editable) {
                row.earlier.push(format!("{} {}", row.time, row.text));
                row.text.clone_from(text);
                row.edited = true;
                set_time(row, event.occurred_at);
            }
        }
        EventBody::EntryRestored => {
            gone.remove(&target);
        }
        body if amends_line(body) => {
            gone.insert(target);
        }
        _ => {}
    }
}

/// An error that was found between the fix and the resolution starts the quiet time again, and its line says so.
fn restarts_quiet(event: &Event, incident: &Incident) -> bool {
    incident.findings.iter().any(|finding| finding.id == event.id && finding.restarts_quiet)
}

fn set_time(row: &mut TimelineRow, at: DateTime<Utc>) {
    row.occurred_at = at;
    row.time = at.format("%H:%M").to_string();
    row.day = at.format("%Y-%m-%d").to_string();
}

fn row(event: &Event, incident: &Incident) -> Option<TimelineRow> {
    let (kind, mut text) = words(&event.body, event.occurred_at)?;
    if kind == TimelineKind::Finding && restarts_quiet(event, incident) {
        text.push_str("; after the fix, so the quiet time starts again");
    }
    let mut row = TimelineRow {
        id: event.id,
        occurred_at: event.occurred_at,
        recorded_at: event.recorded_at,
        author: event.written_by().to_owned(),
        from: event.body.origin().map(|origin| origin.handle.clone()),
        kind,
        text,
        time: String::new(),
        day: String::new(),
        strong: matches!(event.body, EventBody::Declared { .. } | EventBody::StatusChanged { .. } | EventBody::SeverityChanged { .. }),
        editable: is_editable(&event.body),
        edited: false,
        earlier: Vec::new(),
        kept: kept(&event.body),
        pictures: pictures(&event.body),
        attached: attached(&event.body),
        tells: tells(kind),
    };
    set_time(&mut row, event.occurred_at);
    Some(row)
}

fn kept(body: &EventBody) -> Vec<String> {
    if let EventBody::CommandRun(run) = body { run.kept.clone() } else { Vec::new() }
}

/// What was seen, found, changed, run or decided; the rest is the procedure's own.
fn tells(kind: TimelineKind) -> bool {
    use TimelineKind::{Alert, Change, Command, Decision, Finding, Note, Runbook};
    matches!(kind, Note | Decision | Finding | Change | Command | Runbook | Alert)
}

fn pictures(body: &EventBody) -> Vec<Picture> {
    if let EventBody::Entry { pictures, .. } = body { pictures.clone() } else { Vec::new() }
}

/// `dump.txt, 20,341 lines`.
#[must_use]
pub fn attached_words(attached: &AttachedText) -> String {
    let AttachedText { name, lines, .. } = attached;
    if *lines == 1 { format!("{name}, 1 line") } else { format!("{name}, {} lines", thousands(*lines as usize)) }
}

fn attached(body: &EventBody) -> Option<AttachedText> {
    match body {
        EventBody::Entry { attached, .. } => attached.clone(),
        EventBody::RunbookBegun(begun) => Some(begun.text.clone()),
        _ => None,
    }
}
