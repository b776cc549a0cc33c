//! Recording what a person confirmed of a transcript.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::event::EventBody;
use sitrep_core::text::{at_name, instant};
use sitrep_core::vocabulary::{EntryKind, EventId};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::entries::{ENTRY_AT_MOST, check_length};
use crate::data::{Decided, Workstation, non_blank};
use crate::refusals::Error;

/// An entry that a person confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConfirmedLine {
    /// When it happened (UTC).
    pub at: DateTime<Utc>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The words.
    pub text: String,
}

/// Entries that were recorded together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordedTranscript {
    /// The incident they went to.
    pub handle: String,
    /// The events, in the order of the transcript.
    pub ids: Vec<EventId>,
    /// `Logged 12 entries to P1 Payments failing at checkout`.
    pub message: String,
}

impl Workstation {
    /// Records what a person confirmed of a transcript, all of it or nothing. It is on disk when this returns.
    ///
    /// # Errors
    /// [`Error::Empty`] without entries or for one without words, [`Error::Instant`] for one that lies ahead.
    pub fn record_transcript(&self, handle: &str, lines: &[ConfirmedLine]) -> Result<RecordedTranscript, Error> {
        if lines.is_empty() {
            return Err(Error::Empty("the list of entries"));
        }
        let me = self.lock().author()?;
        let Decided { incident, ids, .. } = self.decide(handle, |_, now| lines.iter().map(|line| entry_event(line, &me, now)).collect())?;
        let message = format!("Logged {} to {} {}", count_entries(ids.len()), incident.severity, incident.title);
        Ok(RecordedTranscript { handle: incident.handle.clone(), ids, message })
    }
}

/// An event's author is who recorded it, so another person is named in the words.
pub(crate) fn with_author(author: Option<&str>, text: &str, me: &str) -> String {
    match author.filter(|author| author.to_lowercase() != me.to_lowercase()) {
        Some(author) => format!("{author}: {text}"),
        None => text.to_owned(),
    }
}

pub(crate) fn entry_event(line: &ConfirmedLine, me: &str, now: DateTime<Utc>) -> Result<NewEvent, Error> {
    check_length(&line.text, ENTRY_AT_MOST)?;
    let text = non_blank(Some(&line.text)).ok_or(Error::Empty("one of the entries"))?;
    let at = instant::not_ahead(line.at, now)?;
    let text = with_author(line.author.as_deref().and_then(at_name).as_deref(), &text, me);
    Ok(NewEvent {
        occurred_at: Some(at),
        amends: None,
        body: EventBody::Entry { entry: EntryKind::Note, text, pictures: vec![], attached: None, from: None },
    })
}

pub(crate) fn count_entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}
