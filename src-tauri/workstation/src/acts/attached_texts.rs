//! Texts that are too long for an entry, kept whole beside one: a dump, a log.

use chrono::TimeDelta;
use serde::Serialize;
use sitrep_core::documents::timeline::attached_words;
use sitrep_core::event::EventBody;
use sitrep_core::guard::removed_line;
use sitrep_core::text::{instant, is_blank, tidy_line};
use sitrep_core::vocabulary::{EntryKind, EventId};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::entries::{NewEntry, Recorded, check_length};
use crate::data::{Secrets, Workstation};
use crate::refusals::Error;

/// How much an attached text holds, in bytes: a person reads it after all.
pub const ATTACHED_AT_MOST: u64 = 2 * 1024 * 1024;
/// One whose entry was never recorded is kept for so long, as a picture is.
const UNUSED_FOR: TimeDelta = TimeDelta::days(7);

/// A text about to be attached to an entry.
#[derive(Debug, Clone, Copy)]
pub struct LongText<'a> {
    /// What it is called: the name of its file.
    pub name: &'a str,
    /// All of it.
    pub text: &'a str,
}

/// An attached text, to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttachedTextRead {
    /// `dump.txt, 20,341 lines`.
    pub heading: String,
    /// All of it.
    pub text: String,
}

impl Workstation {
    /// Logs an entry with a text that is too long for one, at `at` as typed or now. Without words of its own it is called as the text is.
    ///
    /// # Errors
    /// Those of [`Workstation::log_entry`], and [`Error::EntryTooLong`] and [`Error::Empty`] about the text; nothing was logged then.
    pub fn log_with_text(
        &self,
        incident: Option<&str>,
        entry: &NewEntry<'_>,
        long: LongText<'_>,
        at: Option<&str>,
    ) -> Result<Recorded, Error> {
        let now = self.now();
        let occurred_at = at.map(|at| instant::parse_past(at, self.wall_clock())).transpose()?;
        check_length(long.text, ATTACHED_AT_MOST)?;
        if is_blank(long.text) {
            return Err(Error::Empty("the attached text"));
        }
        let (name, mut mask) = (tidy_line(long.name), self.mask_of(Secrets::Removed));
        let words = if is_blank(entry.text) { &name } else { entry.text };
        let mut body = self.entry_body(&NewEntry { text: words, ..*entry })?;
        // The text is kept where its entry goes, whatever is declared meanwhile.
        let row = self.find(incident)?;
        let kept = self.lock().store.keep_text(row.id, now, &mask.words(&name), &mask.words(long.text))?;
        if let EventBody::Entry { attached, .. } = &mut body {
            *attached = Some(kept);
        }
        let recorded = self.log_body(Some(&row.summary.handle), NewEvent { occurred_at, amends: None, body }, words, now)?;
        self.note_removed(&mask.removed);
        Ok(Recorded { removed: recorded.removed.or_else(|| removed_line(&mask.removed)), ..recorded })
    }

    /// Logs a text that was pasted and is too long for an entry, under what it is called.
    ///
    /// # Errors
    /// Those of [`Workstation::log_with_text`].
    pub fn attach_text(&self, handle: &str, name: &str, text: &str) -> Result<Recorded, Error> {
        let entry = NewEntry { kind: EntryKind::Note, text: "", pictures: &[] };
        self.log_with_text(Some(handle), &entry, LongText { name, text }, None)
    }

    /// The text that is attached to an entry.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] where there is no such entry, [`Error::NothingAttached`] where it has none.
    pub fn attached_text(&self, handle: &str, entry: EventId) -> Result<AttachedTextRead, Error> {
        let inner = self.lock();
        let row = inner.find(Some(handle))?;
        let event = inner.store.event(row.id, entry)?.ok_or(Error::UnknownEvent)?;
        let attached = match event.body {
            EventBody::Entry { attached: Some(attached), .. } => attached,
            EventBody::RunbookBegun(begun) => begun.text,
            _ => return Err(Error::NothingAttached),
        };
        let text = inner.store.attached_text(row.id, attached.id)?.ok_or(Error::NothingAttached)?;
        Ok(AttachedTextRead { heading: attached_words(&attached), text })
    }

    /// Removes the texts that were kept a week ago or more for an entry that was never recorded; says how many.
    ///
    /// # Errors
    /// [`Error::Store`] when they cannot be looked through.
    pub fn forget_unused_texts(&self) -> Result<usize, Error> {
        let since = self.now() - UNUSED_FOR;
        Ok(self.lock().store.forget_unused_texts(since)?)
    }
}
