//! Entries: what people wrote. They are rows of the ledger, read where they are shown; the facts only count them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{Event, EventBody};
use crate::vocabulary::{EntryKind, EventId};

/// Whoever is at work writes a thing down within this time of seeing it.
pub const LIVE_WITHIN: TimeDelta = TimeDelta::minutes(5);

/// Whether what happened at a time was written down within [`LIVE_WITHIN`] of it.
pub(crate) fn is_live(at: DateTime<Utc>, recorded_at: DateTime<Utc>) -> bool {
    (recorded_at - at).abs() <= LIVE_WITHIN
}

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
    /// The entry that an event wrote, after what amends it in the order of recording; `None` for one that was undone, and for
    /// an event that is no entry.
    #[must_use]
    pub fn read(event: &Event, amendments: &[Event]) -> Option<Self> {
        let mut entry = Self::written(event)?;
        let mut stands = true;
        for amendment in amendments.iter().filter(|amendment| amendment.amends == Some(event.id)) {
            match &amendment.body {
                EventBody::EntryRemoved => stands = false,
                EventBody::EntryRestored => stands = true,
                EventBody::EntryAmended { text } => entry.edit(text, amendment.occurred_at),
                _ => {}
            }
        }
        stands.then_some(entry)
    }

    fn written(event: &Event) -> Option<Self> {
        let EventBody::Entry { entry, text, .. } = &event.body else { return None };
        let (text, author) = (text.clone(), event.written_by().to_owned());
        Some(Self { id: event.id, at: event.occurred_at, recorded_at: event.recorded_at, kind: *entry, text, author, edited: false })
    }

    fn edit(&mut self, text: &str, at: DateTime<Utc>) {
        text.clone_into(&mut self.text);
        self.at = at;
        self.edited = true;
    }
}

/// What the facts know of the entries. It is the same in whatever order the entries came.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EntryFacts {
    written: u64,
    /// How many were written down as it happened.
    live: u64,
    /// What was said last of each entry that was ever undone.
    undone: BTreeMap<EventId, Undoing>,
    authors: BTreeSet<String>,
}

/// Whether an entry was undone or brought back, and by which event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Undoing {
    by: EventId,
    stands: bool,
}

impl EntryFacts {
    /// How many entries stand.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.written.saturating_sub(self.undone.values().filter(|undoing| !undoing.stands).count() as u64)
    }

    /// Whether no entry stands.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many were written down within minutes of what they tell, the undone ones included.
    #[must_use]
    pub fn written_live(&self) -> u64 {
        self.live
    }

    /// Who wrote entries, the undone ones included; also who wrote first, elsewhere, what a merge or a split brought.
    pub fn authors(&self) -> impl Iterator<Item = &String> {
        self.authors.iter()
    }

    /// Counts an entry that somebody wrote, as it happened or later.
    pub fn add(&mut self, author: &str, live: bool) {
        self.written += 1;
        self.live += u64::from(live);
        self.know(author);
    }

    /// Takes in who wrote an entry.
    pub fn know(&mut self, author: &str) {
        if !self.authors.contains(author) {
            self.authors.insert(author.to_owned());
        }
    }

    /// Takes in that an event undid an entry, or brought it back if it `stands` since. What was recorded last holds.
    pub fn undo(&mut self, id: EventId, by: EventId, stands: bool) {
        let last = self.undone.entry(id).or_insert(Undoing { by, stands });
        if last.by <= by {
            *last = Undoing { by, stands };
        }
    }

    pub(super) fn take(&mut self, event: &Event) {
        match (&event.body, event.amends) {
            (EventBody::Entry { from, .. }, _) => {
                self.add(&event.author, is_live(event.occurred_at, event.recorded_at));
                from.iter().for_each(|origin| self.know(&origin.author));
            }
            (EventBody::EntryRemoved, Some(undone)) => self.undo(undone, event.id, false),
            (EventBody::EntryRestored, Some(restored)) => self.undo(restored, event.id, true),
            _ => {}
        }
    }
}
