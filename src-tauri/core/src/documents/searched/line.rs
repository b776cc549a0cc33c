//! A line of the timeline with all that is searched of it.

use chrono::{DateTime, Utc};

use super::review;
use super::texts::texts;
use crate::documents::timeline::{TimelineKind, amends_line, words};
use crate::event::{Event, EventBody, RunMove};
use crate::incident::Entry;
use crate::vocabulary::EventId;

/// A line of the timeline as it is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchedLine {
    /// The event that wrote it.
    pub id: EventId,
    /// When it happened (UTC), after its edits.
    pub occurred_at: DateTime<Utc>,
    /// Who recorded it.
    pub author: String,
    /// What it is.
    pub kind: TimelineKind,
    /// What it says on the timeline.
    pub text: String,
    /// What people wrote behind it: the text of an update, the last lines of a command.
    pub behind: Vec<String>,
}

impl SearchedLine {
    /// All its texts, the one on the timeline first.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.text].into_iter().chain(&self.behind).map(String::as_str)
    }
}

/// The line that an event wrote, after what amends it in the order of recording; `None` for an event that writes none, and where the line was taken away.
#[must_use]
pub fn searched_line(event: &Event, amending: &[Event]) -> Option<SearchedLine> {
    let amending: Vec<&Event> = amending.iter().filter(|amends| amends.amends == Some(event.id)).collect();
    if amending.iter().any(|amends| takes_away(&amends.body)) {
        return None;
    }
    if let Some(text) = review::written(event, &amending) {
        let (id, occurred_at, author, kind) = (event.id, event.occurred_at, event.author.clone(), TimelineKind::Review);
        return Some(SearchedLine { id, occurred_at, author, kind, text, behind: Vec::new() });
    }
    let (occurred_at, text) = as_edited(event, &amending)?;
    let (kind, text) = match text {
        Some(text) => (words(&event.body, occurred_at)?.0, text),
        None => words(&event.body, occurred_at)?,
    };
    let behind = texts(&event.body).into_iter().chain(amending.iter().flat_map(|amends| filled_in(&amends.body))).collect();
    Some(SearchedLine { id: event.id, occurred_at, author: event.written_by().to_owned(), kind, text, behind })
}

/// Whether an event changes what is searched of the one that it amends.
#[must_use]
pub fn amends_searched(body: &EventBody) -> bool {
    amends_line(body) || takes_away(body) || review::amends(body) || !filled_in(body).is_empty()
}

/// When it happened, and its words where a person may have edited them; `None` for an entry that was undone.
fn as_edited(event: &Event, amending: &[&Event]) -> Option<(DateTime<Utc>, Option<String>)> {
    if !matches!(event.body, EventBody::Entry { .. }) {
        return Some((event.occurred_at, None));
    }
    let amending: Vec<Event> = amending.iter().map(|amends| (*amends).clone()).collect();
    let entry = Entry::read(event, &amending)?;
    Some((entry.at, entry.edited.then_some(entry.text)))
}

/// Whether an event takes away the line of the one that it amends for good.
fn takes_away(body: &EventBody) -> bool {
    matches!(body, EventBody::FindingRemoved)
}

/// What stands in the places of a runbook's run: it has no line of its own.
fn filled_in(body: &EventBody) -> Vec<String> {
    let EventBody::RunbookMoved { moved, .. } = body else { return Vec::new() };
    match moved {
        RunMove::Value { name, value, .. } if !value.is_empty() => vec![format!("{name}: {value}")],
        RunMove::Alternative { label, .. } => vec![label.clone()],
        RunMove::Value { .. } | RunMove::Prerequisite { .. } | RunMove::Step { .. } | RunMove::Ended { .. } => Vec::new(),
    }
}
