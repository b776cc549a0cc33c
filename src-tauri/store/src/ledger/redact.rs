//! Taking words out of the data for good: the one place where an event is rewritten, because a person says so.
//!
//! Nothing of them stays in the file or its log. Other processes look at everything anew, as after a restore.

use std::collections::BTreeSet;

use rusqlite::types::{FromSql, ToSql};
use rusqlite::{Connection, Params, Transaction, params};
use sitrep_core::event::EventBody;
use sitrep_core::text::{Redactor, as_seen};
use sitrep_core::vocabulary::{EventId, IncidentId, PictureId};
use uuid::Uuid;

use super::anew::keep_anew;
use super::attached_texts;
use super::events::{self, Placed};
use super::handles::Renamed;
use super::repeated::Repeated;
use super::shown_handle::all_handles;
use crate::error::StoreError;
use crate::file::empty_derived;
use crate::open::Store;
use crate::settings;

/// A shorter line of a whole entry may stand elsewhere for itself.
const LINE_AT_LEAST: usize = 8;

/// What is taken out.
#[derive(Debug, Clone, Copy)]
pub struct Redaction<'a> {
    /// The event whose words they are.
    pub event: EventId,
    /// The words; none for all of the entry, with its pictures and the text that is attached to it.
    pub words: Option<&'a str>,
    /// What an entry says that was taken out as a whole.
    pub tombstone: &'a str,
}

/// What was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// How many events, attached texts and drafts held it.
    pub places: usize,
    /// The words that were looked for.
    pub words: Vec<String>,
    /// The pictures that belonged to it.
    pub pictures: Vec<PictureId>,
    /// The incidents in which it was looked for, and others that are shown under another handle since: what was saved of them follows.
    pub incidents: Vec<Renamed>,
    /// Whether the file and its log hold nothing of it: another process may keep the log in use.
    pub is_clean: bool,
}

impl Store {
    /// Takes words out of an event, of what amends it, and of the incident's other events, its attached texts and of all drafts where they stand again.
    /// So it does in the incidents that have lines of this one, or of which this one has some, since a merge or a split.
    ///
    /// Nothing is taken out where there is no such event, or it is no entry and no words are given.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed then.
    pub fn redact(&mut self, incident: IncidentId, redaction: &Redaction<'_>) -> Result<Option<Redacted>, StoreError> {
        self.delete_for_good()?;
        let redacted = self.write(|transaction| {
            let Some(written) = events::one(transaction, incident, redaction.event)? else { return Ok(None) };
            if redaction.words.is_none() && !matches!(written.event.body, EventBody::Entry { .. }) {
                return Ok(None);
            }
            let before = all_handles(transaction)?;
            let repeated = Repeated::read(transaction, events::newest(transaction)?)?;
            let mut incidents = repeated.incidents(incident);
            incidents.retain(|incident| before.contains_key(incident));
            let redacted = with_open_events(transaction, |transaction| redact_in(transaction, &repeated, &incidents, written, redaction))?;
            incidents.iter().try_for_each(|incident| keep_anew(transaction, *incident).map(|_| ()))?;
            settings::set(transaction, settings::RESTORED, &Uuid::new_v4().to_string())?;
            let after = all_handles(transaction)?.into_iter().filter_map(|(id, to)| Some((id, before.get(&id)?.clone(), to)));
            let follows = after.filter(|(id, from, to)| incidents.contains(id) || from != to);
            Ok(Some(Redacted { incidents: follows.map(|(_, from, to)| Renamed { from, to }).collect(), ..redacted }))
        })?;
        let Some(redacted) = redacted else { return Ok(None) };
        Ok(Some(Redacted { is_clean: self.clean()?, ..redacted }))
    }

    /// The index has the words, too: it is made anew without them.
    fn forgets_what_is_searched(&self) -> bool {
        let index = self.search_file();
        !index.exists() || empty_derived(&index).unwrap_or(false)
    }

    /// From here on what is deleted or written over is overwritten in the file, too.
    pub(crate) fn delete_for_good(&mut self) -> Result<(), StoreError> {
        self.with_writer(|connection, _| Ok(connection.pragma_update(None, "secure_delete", true)?))
    }

    /// Whether the file, its log and what is searched hold nothing any more of what was taken out.
    pub(crate) fn clean(&mut self) -> Result<bool, StoreError> {
        let is_clean = self.with_writer(|connection, _| Ok(is_cleaned(connection).unwrap_or(false)))?;
        Ok(self.forgets_what_is_searched() && is_clean)
    }
}

/// Lets events be rewritten within `work`, and nowhere else.
pub(super) fn with_open_events<T>(
    transaction: &Transaction<'_>,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let guard: String =
        transaction.query_row("SELECT sql FROM sqlite_schema WHERE name = 'events_are_not_changed'", [], |row| row.get(0))?;
    transaction.execute_batch("DROP TRIGGER events_are_not_changed")?;
    let done = work(transaction)?;
    transaction.execute_batch(&guard)?;
    Ok(done)
}

/// Writes the file anew without what was freed in it, and empties the log.
fn is_cleaned(connection: &Connection) -> rusqlite::Result<bool> {
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.execute_batch("VACUUM")?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)).map(|busy| busy == 0)
}

fn redact_in(
    transaction: &Transaction<'_>,
    repeated: &Repeated,
    incidents: &BTreeSet<IncidentId>,
    written: Placed,
    redaction: &Redaction<'_>,
) -> Result<Redacted, StoreError> {
    if let Some(words) = redaction.words {
        let words = vec![as_seen(words).into_owned()];
        let places = in_all_of(transaction, incidents, &words)?;
        return Ok(Redacted { places, words, pictures: Vec::new(), incidents: Vec::new(), is_clean: false });
    }
    let copies = copies_of(transaction, repeated, written)?;
    let amending = copies.iter().map(|copy| events::amending(transaction, copy.event.id)).collect::<Result<Vec<_>, _>>()?;
    let buried: Vec<&Placed> = amending.iter().flatten().chain(&copies).collect();
    let lines = buried.iter().filter_map(|placed| text_of(placed)).flat_map(str::lines).map(str::trim);
    let words: Vec<String> = lines.filter(|line| line.chars().count() >= LINE_AT_LEAST).map(str::to_owned).collect();
    let pictures = buried.iter().flat_map(|placed| pictures_of(placed)).collect();
    for placed in &buried {
        if let EventBody::Entry { attached: Some(attached), .. } = &placed.event.body {
            attached_texts::remove(transaction, attached.id)?;
        }
        bury(transaction, placed, redaction.tombstone)?;
    }
    let entries = copies.iter().filter(|copy| matches!(copy.event.body, EventBody::Entry { .. })).count();
    let places = entries + in_all_of(transaction, incidents, &words)?;
    Ok(Redacted { places, words, pictures, incidents: Vec::new(), is_clean: false })
}

/// An event, and those that repeat it or that it repeats. A copy of the data may have only some of them.
fn copies_of(transaction: &Transaction<'_>, repeated: &Repeated, written: Placed) -> Result<Vec<Placed>, StoreError> {
    let place = (written.event.incident, written.event.id);
    let others = repeated.events(place).into_iter().filter(|other| *other != place);
    let others = others.filter_map(|(incident, event)| events::one(transaction, incident, event).transpose());
    std::iter::once(Ok(written)).chain(others).collect()
}

fn in_all_of(transaction: &Transaction<'_>, incidents: &BTreeSet<IncidentId>, words: &[String]) -> Result<usize, StoreError> {
    incidents.iter().map(|incident| in_all_texts(transaction, *incident, words)).sum()
}

fn pictures_of(placed: &Placed) -> Vec<PictureId> {
    match &placed.event.body {
        EventBody::Entry { pictures, .. } => pictures.iter().map(|picture| picture.id.clone()).collect(),
        _ => Vec::new(),
    }
}

fn text_of(placed: &Placed) -> Option<&str> {
    match &placed.event.body {
        EventBody::Entry { text, .. } | EventBody::EntryAmended { text } => Some(text),
        _ => None,
    }
}

/// Puts the tombstone in place of an entry, or of an edit of one.
fn bury(transaction: &Transaction<'_>, placed: &Placed, tombstone: &str) -> Result<(), StoreError> {
    let body = match &placed.event.body {
        EventBody::Entry { entry, from, .. } => {
            EventBody::Entry { entry: *entry, text: tombstone.to_owned(), pictures: Vec::new(), attached: None, from: from.clone() }
        }
        EventBody::EntryAmended { .. } => EventBody::EntryAmended { text: tombstone.to_owned() },
        _ => return Ok(()),
    };
    transaction.execute("UPDATE events SET body = ?2 WHERE position = ?1", params![placed.position, body.stored()?.body])?;
    Ok(())
}

/// Takes words out of an incident's events, of its attached texts, and of all drafts. Says how many held them.
pub(super) fn in_all_texts(transaction: &Transaction<'_>, incident: IncidentId, words: &[String]) -> Result<usize, StoreError> {
    let words = Redactor::new(words);
    let of_incident = params![incident.0.to_string()];
    let events = ("SELECT position, body FROM events WHERE incident = ?1", "UPDATE events SET body = ?2 WHERE position = ?1");
    let texts = ("SELECT id, text FROM attached_texts WHERE incident = ?1", "UPDATE attached_texts SET text = ?2 WHERE id = ?1");
    let drafts = ("SELECT place, text FROM drafts", "UPDATE drafts SET text = ?2 WHERE place = ?1");
    Ok(in_rows::<i64>(transaction, events, of_incident, &words)?
        + in_rows::<String>(transaction, texts, of_incident, &words)?
        + in_rows::<String>(transaction, drafts, params![], &words)?)
}

/// As [`in_all_texts`], of what came after a position and after a row among the attached texts.
pub(super) fn in_later_texts(
    transaction: &Transaction<'_>,
    incident: IncidentId,
    words: &[String],
    (position, text): (i64, i64),
) -> Result<usize, StoreError> {
    let (words, incident) = (Redactor::new(words), incident.0.to_string());
    let events =
        ("SELECT position, body FROM events WHERE incident = ?1 AND position > ?2", "UPDATE events SET body = ?2 WHERE position = ?1");
    let texts =
        ("SELECT id, text FROM attached_texts WHERE incident = ?1 AND rowid > ?2", "UPDATE attached_texts SET text = ?2 WHERE id = ?1");
    Ok(in_rows::<i64>(transaction, events, params![incident, position], &words)?
        + in_rows::<String>(transaction, texts, params![incident, text], &words)?)
}

/// Rewrites what the first statement finds, a key and a text or JSON, by the second. Says how many rows held the words.
fn in_rows<K: FromSql + ToSql>(
    transaction: &Transaction<'_>,
    (select, update): (&str, &str),
    of: impl Params,
    words: &Redactor,
) -> Result<usize, StoreError> {
    let mut statement = transaction.prepare(select)?;
    let rows = statement.query_map(of, |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<Vec<(K, String)>, _>>()?;
    let mut places = 0;
    for (key, text) in rows {
        if let Some(redacted) = words.redact_data(&text) {
            transaction.execute(update, params![key, redacted])?;
            places += 1;
        }
    }
    Ok(places)
}
