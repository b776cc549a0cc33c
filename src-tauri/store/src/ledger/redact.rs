//! Taking words out of the data for good: the one place where an event is rewritten, because a person says so.
//!
//! Nothing of them stays in the file or its log. Other processes look at everything anew, as after a restore.

use rusqlite::{Connection, Transaction, params};
use serde_json::Value;
use sitrep_core::event::EventBody;
use sitrep_core::text::{Redactor, as_seen};
use sitrep_core::vocabulary::{EventId, IncidentId, PictureId};
use uuid::Uuid;

use super::events::{self, Placed};
use super::{facts, incidents};
use crate::error::StoreError;
use crate::open::Store;
use crate::settings;

/// A shorter line of a whole entry may stand elsewhere for itself.
const LINE_AT_LEAST: usize = 8;

/// What is taken out.
#[derive(Debug, Clone, Copy)]
pub struct Redaction<'a> {
    /// The event whose words they are.
    pub event: EventId,
    /// The words; none for all of the entry, with its pictures.
    pub words: Option<&'a str>,
    /// What an entry says that was taken out as a whole.
    pub tombstone: &'a str,
}

/// What was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redacted {
    /// How many events and drafts held it.
    pub places: usize,
    /// The words that were looked for.
    pub words: Vec<String>,
    /// The pictures that belonged to it.
    pub pictures: Vec<PictureId>,
    /// Whether the file and its log hold nothing of it: another process may keep the log in use.
    pub is_clean: bool,
}

impl Store {
    /// Takes words out of an event, of what amends it, and of the incident's other events and of all drafts where they stand again.
    ///
    /// Nothing is taken out where there is no such event, or it is no entry and no words are given.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed then.
    pub fn redact(&mut self, incident: IncidentId, redaction: &Redaction<'_>) -> Result<Option<Redacted>, StoreError> {
        self.with_writer(|connection, _| Ok(connection.pragma_update(None, "secure_delete", true)?))?;
        let redacted = self.write(|transaction| {
            let Some(written) = events::one(transaction, incident, redaction.event)? else { return Ok(None) };
            if redaction.words.is_none() && !matches!(written.event.body, EventBody::Entry { .. }) {
                return Ok(None);
            }
            let guard: String =
                transaction.query_row("SELECT sql FROM sqlite_schema WHERE name = 'events_are_not_changed'", [], |row| row.get(0))?;
            transaction.execute_batch("DROP TRIGGER events_are_not_changed")?;
            let redacted = redact_in(transaction, written, redaction)?;
            transaction.execute_batch(&guard)?;
            let number = incidents::number_of(transaction, incident)?;
            transaction.execute("DELETE FROM facts WHERE incident = ?1", [number])?;
            let facts = facts::current(transaction, incident, None)?;
            facts::save(transaction, number, &facts)?;
            incidents::save(transaction, number, &facts.incident, None)?;
            settings::set(transaction, settings::RESTORED, &Uuid::new_v4().to_string())?;
            Ok(Some(redacted))
        })?;
        let Some(redacted) = redacted else { return Ok(None) };
        let is_clean = self.with_writer(|connection, _| Ok(is_cleaned(connection).unwrap_or(false)))?;
        Ok(Some(Redacted { is_clean, ..redacted }))
    }
}

/// Writes the file anew without what was freed in it, and empties the log.
fn is_cleaned(connection: &Connection) -> rusqlite::Result<bool> {
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.execute_batch("VACUUM")?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)).map(|busy| busy == 0)
}

fn redact_in(transaction: &Transaction<'_>, written: Placed, redaction: &Redaction<'_>) -> Result<Redacted, StoreError> {
    let incident = written.event.incident;
    if let Some(words) = redaction.words {
        let words = vec![as_seen(words).into_owned()];
        let found = Redactor::new(&words);
        let places = in_events(transaction, incident, &found)? + in_drafts(transaction, &found)?;
        return Ok(Redacted { places, words, pictures: Vec::new(), is_clean: false });
    }
    let mut buried = events::amending(transaction, written.event.id)?;
    buried.push(written);
    let lines = buried.iter().filter_map(text_of).flat_map(str::lines).map(str::trim);
    let words: Vec<String> = lines.filter(|line| line.chars().count() >= LINE_AT_LEAST).map(str::to_owned).collect();
    let pictures = buried.iter().flat_map(pictures_of).collect();
    for placed in &buried {
        bury(transaction, placed, redaction.tombstone)?;
    }
    let found = Redactor::new(&words);
    let places = 1 + in_events(transaction, incident, &found)? + in_drafts(transaction, &found)?;
    Ok(Redacted { places, words, pictures, is_clean: false })
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
        EventBody::Entry { entry, .. } => EventBody::Entry { entry: *entry, text: tombstone.to_owned(), pictures: Vec::new() },
        EventBody::EntryAmended { .. } => EventBody::EntryAmended { text: tombstone.to_owned() },
        _ => return Ok(()),
    };
    transaction.execute("UPDATE events SET body = ?2 WHERE position = ?1", params![placed.position, body.stored()?.body])?;
    Ok(())
}

fn in_events(transaction: &Transaction<'_>, incident: IncidentId, words: &Redactor) -> Result<usize, StoreError> {
    let mut statement = transaction.prepare("SELECT position, body FROM events WHERE incident = ?1")?;
    let bodies = statement.query_map([incident.0.to_string()], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let bodies: Vec<(i64, String)> = bodies.collect::<Result<_, _>>()?;
    let mut places = 0;
    for (position, body) in bodies {
        if let Some(body) = redacted_json(serde_json::from_str(&body)?, words) {
            transaction.execute("UPDATE events SET body = ?2 WHERE position = ?1", params![position, body.to_string()])?;
            places += 1;
        }
    }
    Ok(places)
}

/// A draft is text, or JSON with text in it.
fn in_drafts(transaction: &Transaction<'_>, words: &Redactor) -> Result<usize, StoreError> {
    let mut statement = transaction.prepare("SELECT place, text FROM drafts")?;
    let drafts = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let drafts: Vec<(String, String)> = drafts.collect::<Result<_, _>>()?;
    let mut places = 0;
    for (place, text) in drafts {
        let redacted = match serde_json::from_str::<Value>(&text) {
            Ok(value) => redacted_json(value, words).map(|value| value.to_string()),
            Err(_) => words.redact(&text),
        };
        if let Some(redacted) = redacted {
            transaction.execute("UPDATE drafts SET text = ?2 WHERE place = ?1", [&place, &redacted])?;
            places += 1;
        }
    }
    Ok(places)
}

/// None where it holds none of the words.
fn redacted_json(value: Value, words: &Redactor) -> Option<Value> {
    let mut found = false;
    let value = without(value, words, &mut found);
    found.then_some(value)
}

fn without(value: Value, words: &Redactor, found: &mut bool) -> Value {
    match value {
        Value::String(text) => match words.redact(&text) {
            Some(redacted) => {
                *found = true;
                Value::String(redacted)
            }
            None => Value::String(text),
        },
        Value::Array(all) => Value::Array(all.into_iter().map(|value| without(value, words, found)).collect()),
        Value::Object(all) => Value::Object(all.into_iter().map(|(key, value)| (key, without(value, words, found))).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}
