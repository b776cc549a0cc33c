//! Entries: what people wrote.

use chrono::{DateTime, Utc};

use crate::event::{EntryKind, Event, EventId};

/// An entry as it reads after its edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The event that wrote it.
    pub id: EventId,
    /// When it happened (UTC).
    pub at: DateTime<Utc>,
    /// When it was written (UTC), which is later where it was backdated.
    pub recorded_at: DateTime<Utc>,
    /// Note or decision.
    pub kind: EntryKind,
    /// The words; none where a picture says it all.
    pub text: String,
    /// Who wrote it.
    pub author: String,
    /// Whether it was edited.
    pub edited: bool,
}

impl Entry {
    pub(super) fn written(event: &Event, kind: EntryKind, text: &str) -> Self {
        Self {
            id: event.id,
            at: event.occurred_at,
            recorded_at: event.recorded_at,
            kind,
            text: text.to_owned(),
            author: event.author.clone(),
            edited: false,
        }
    }

    pub(super) fn edit(&mut self, text: &str, at: DateTime<Utc>) {
        text.clone_into(&mut self.text);
        self.at = at;
        self.edited = true;
    }
}
