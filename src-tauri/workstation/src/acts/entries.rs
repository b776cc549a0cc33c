//! Logging, editing and undoing entries.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::documents::TimelineRow;
use sitrep_core::event::EventBody;
use sitrep_core::guard::removed_line;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::text::{WallClock, as_seen, instant, is_blank};
use sitrep_core::vocabulary::{EntryKind, EventId, PictureId};
use sitrep_store::{IncidentRow, NewEvent};
use ts_rs::TS;

use super::find_by_words::find_by_words;
use crate::data::{Decided, Secrets, Workstation, non_blank};
use crate::refusals::Error;

/// How much an entry holds, in bytes: it is read in a timeline, in a message and in a review.
pub const ENTRY_AT_MOST: u64 = 64 * 1024;

/// An entry about to be logged.
#[derive(Debug, Clone, Copy)]
pub struct NewEntry<'a> {
    /// Note or decision.
    pub kind: EntryKind,
    /// The words; none where a picture says it all.
    pub text: &'a str,
    /// The pictures that go with it, which are kept already.
    pub pictures: &'a [PictureId],
}

/// When something was recorded, shown back to the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recorded {
    /// The event.
    pub id: EventId,
    /// The incident it went to.
    pub handle: String,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// `GitHub token removed: …`, where something in it read like a secret.
    pub removed: Option<String>,
    /// `Logged at 14:38 UTC to P1 Payments failing at checkout`.
    pub message: String,
}

/// An entry that was logged.
struct Logged {
    id: EventId,
    row: IncidentRow,
    /// The kinds of the secrets that were removed from it.
    removed: Vec<String>,
}

impl Workstation {
    /// Logs an entry of words alone, at `at` as typed or now. It is on disk when this returns.
    ///
    /// # Errors
    /// [`Error::Empty`], [`Error::Instant`], or why the incident was not found.
    pub fn log(&self, incident: Option<&str>, kind: EntryKind, text: &str, at: Option<&str>) -> Result<Recorded, Error> {
        self.log_entry(incident, &NewEntry { kind, text, pictures: &[] }, at)
    }

    /// Logs an entry, at `at` as typed or now. It is on disk when this returns.
    ///
    /// # Errors
    /// [`Error::Empty`] with neither words nor a picture, [`Error::PictureGone`], [`Error::Instant`], or why the incident was not
    /// found.
    pub fn log_entry(&self, incident: Option<&str>, entry: &NewEntry<'_>, at: Option<&str>) -> Result<Recorded, Error> {
        let now = self.now();
        let at = at.map(|at| instant::parse_past(at, self.wall_clock())).transpose()?;
        self.log_at(incident, entry, at, now)
    }

    pub(crate) fn log_at(
        &self,
        incident: Option<&str>,
        entry: &NewEntry<'_>,
        at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<Recorded, Error> {
        check_length(entry.text, ENTRY_AT_MOST)?;
        let body = self.entry_body(entry)?;
        self.log_body(incident, NewEvent { occurred_at: at, amends: None, body }, entry.text, now)
    }

    /// Logs the entry that `words` became.
    pub(super) fn log_body(&self, incident: Option<&str>, new: NewEvent, words: &str, now: DateTime<Utc>) -> Result<Recorded, Error> {
        let at = new.occurred_at.unwrap_or(now);
        let Logged { id, row, removed } =
            if self.tells_of_security(words) { self.log_on_the_facts(incident, new)? } else { self.log_alone(incident, new, now)? };
        if !removed.is_empty() {
            self.note_words_as_typed(id, words);
        }
        Ok(Recorded { removed: removed_line(&removed), ..confirmation(id, &row.summary, at, self.wall_clock()) })
    }

    /// Most entries follow from no fact, and nothing follows from them.
    fn log_alone(&self, incident: Option<&str>, new: NewEvent, now: DateTime<Utc>) -> Result<Logged, Error> {
        let mut mask = self.mask_of(Secrets::Removed);
        let new = mask.event(new);
        let mut inner = self.lock();
        let row = inner.find(incident)?;
        let author = inner.author()?;
        let id = inner.store.append_entry(row.id, &author, now, new)?;
        inner.note_written(row.id, None);
        drop(inner);
        self.note_removed(&mask.removed);
        Ok(Logged { id, row, removed: mask.removed })
    }

    fn log_on_the_facts(&self, incident: Option<&str>, new: NewEvent) -> Result<Logged, Error> {
        let row = self.find(incident)?;
        let Decided { ids, removed, .. } = self.decide(&row.summary.handle, |_, _| Ok(vec![new]))?;
        Ok(Logged { id: ids.first().copied().ok_or(Error::UnknownEvent)?, row, removed })
    }

    pub(super) fn entry_body(&self, entry: &NewEntry<'_>) -> Result<EventBody, Error> {
        let pictures = self.stored_pictures(entry.pictures)?;
        if is_blank(entry.text) && pictures.is_empty() {
            return Err(Error::Empty("the entry"));
        }
        Ok(EventBody::Entry { entry: entry.kind, text: typed_lines(entry.text), pictures, attached: None, from: None })
    }

    /// Edits an entry's text, and its time when one is given.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such entry, [`Error::Instant`] for a bad time.
    pub fn amend_entry(&self, handle: &str, id: EventId, text: &str, at: Option<&str>) -> Result<Recorded, Error> {
        check_length(text, ENTRY_AT_MOST)?;
        self.amend(handle, id, text, at, Secrets::Removed)
    }

    /// Gives an entry that this process logged the words that were typed, of which a secret had been removed: a person says that they
    /// stay.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such entry, or its words are not known any more.
    pub fn keep_entry_as_typed(&self, handle: &str, id: EventId) -> Result<Recorded, Error> {
        let words = self.words_as_typed(id).ok_or(Error::UnknownEvent)?;
        self.amend(handle, id, &words, None, Secrets::Kept)
    }

    fn amend(&self, handle: &str, id: EventId, text: &str, at: Option<&str>, secrets: Secrets) -> Result<Recorded, Error> {
        let text = non_blank(Some(text)).ok_or(Error::Empty("the entry"))?;
        let mut occurred_at = DateTime::default();
        let clock = self.wall_clock();
        let decided = self.decide_about_secrets(handle, secrets, |standing, now| {
            let entry = standing.entry(id)?.ok_or(Error::UnknownEvent)?;
            occurred_at = amended_time(entry.at, at, WallClock { now, ..clock })?;
            let body = EventBody::EntryAmended { text: text.to_owned() };
            Ok(vec![NewEvent { occurred_at: Some(occurred_at), amends: Some(id), body }])
        })?;
        // It stands, so that nothing is read after it that could fail.
        let removed = removed_line(&decided.removed);
        Ok(Recorded { removed, ..confirmation(id, &decided.incident.summary(), occurred_at, clock) })
    }

    /// What an edited time would be, with its day: `2026-11-23 14:05 UTC`; of an entry that happened at `was` (RFC 3339).
    ///
    /// # Errors
    /// [`Error::Instant`] for a bad time.
    pub fn preview_entry_time(&self, was: &str, at: &str) -> Result<String, Error> {
        let clock = self.wall_clock();
        Ok(clock.date_and_time(amended_time(instant::parse_past(was, clock)?, Some(at), clock)?))
    }

    /// The entry that is meant by a part of its words, of those that can be undone, as it reads.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn find_entry_to_undo(&self, handle: &str, part: &str) -> Result<TimelineRow, Error> {
        let entries: Vec<TimelineRow> = self.timeline(Some(handle))?.into_iter().filter(|row| row.editable).collect();
        find_by_words(&entries, part).cloned()
    }

    /// The line of the timeline that is meant by a part of its words, as it reads.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn find_line(&self, handle: &str, part: &str) -> Result<TimelineRow, Error> {
        find_by_words(&self.timeline(Some(handle))?, part).cloned()
    }

    /// Undoes exactly this entry. It leaves the timeline, stays in the data and can be brought back.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such entry.
    pub fn remove_entry(&self, handle: &str, id: EventId) -> Result<(), Error> {
        self.decide_on_ledger(handle, |standing, _| {
            standing.entry(id)?.ok_or(Error::UnknownEvent)?;
            Ok(vec![NewEvent { occurred_at: None, amends: Some(id), body: EventBody::EntryRemoved }])
        })
        .map(|_| ())
    }

    /// Brings back an entry that was undone, with its edits. Does nothing if it stands.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] when there is no such entry.
    pub fn restore_entry(&self, handle: &str, id: EventId) -> Result<(), Error> {
        self.decide_on_ledger(handle, |standing, _| {
            let body = EventBody::EntryRestored;
            match (standing.entry(id)?, standing.is_undone(id)?) {
                (Some(_), _) => Ok(vec![]),
                (None, true) => Ok(vec![NewEvent { occurred_at: None, amends: Some(id), body }]),
                (None, false) => Err(Error::UnknownEvent),
            }
        })
        .map(|_| ())
    }
}

pub(super) fn check_length(text: &str, at_most: u64) -> Result<(), Error> {
    let holds = text.len() as u64;
    if holds > at_most { Err(Error::EntryTooLong { holds, at_most }) } else { Ok(()) }
}

/// The first line keeps its indentation, as that of a pasted log.
fn typed_lines(text: &str) -> String {
    if is_blank(text) { String::new() } else { as_seen(text).trim_end().trim_start_matches('\n').to_owned() }
}

fn confirmation(id: EventId, summary: &IncidentSummary, occurred_at: DateTime<Utc>, clock: WallClock) -> Recorded {
    let message = format!("Logged at {} to {} {}", clock.clock_time(occurred_at), summary.severity, summary.title);
    Recorded { id, handle: summary.handle.clone(), occurred_at, removed: None, message }
}

/// An entry stays on its day unless another is named.
fn amended_time(was: DateTime<Utc>, at: Option<&str>, clock: WallClock) -> Result<DateTime<Utc>, Error> {
    Ok(at.filter(|at| !is_blank(at)).map_or(Ok(was), |at| instant::parse_past_on_day_of(at, was, clock))?)
}
