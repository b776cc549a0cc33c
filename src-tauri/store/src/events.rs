//! The events table.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, Transaction, params};
use serde_json::{Value, json};
use sitrep_core::event::{Event, EventBody};
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::{EventId, IncidentId};
use uuid::{ContextV7, Timestamp, Uuid};

use crate::error::StoreError;
use crate::incidents;
use crate::open::Store;

/// An event about to be appended; the store gives it its identity and the moment of recording.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// When it happened (UTC); `None` for now.
    pub occurred_at: Option<DateTime<Utc>>,
    /// The event it amends.
    pub amends: Option<EventId>,
    /// What happened.
    pub body: EventBody,
}

impl From<EventBody> for NewEvent {
    fn from(body: EventBody) -> Self {
        Self { occurred_at: None, amends: None, body }
    }
}

impl Store {
    /// Declares: `decide` is given a test for taken handles and returns the declaration. Durable when this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was declared then.
    pub fn declare(
        &mut self,
        author: &str,
        now: DateTime<Utc>,
        decide: impl FnOnce(&dyn Fn(&str) -> bool) -> Vec<NewEvent>,
    ) -> Result<Incident, StoreError> {
        self.write(|transaction| {
            let device = device(transaction)?;
            let incident = IncidentId(new_id(now));
            // A handle that cannot be looked up counts as taken by nobody; the UNIQUE constraint still holds.
            let taken = |handle: &str| incidents::id_of(transaction, handle).is_ok_and(|id| id.is_some());
            let news = decide(&taken);
            insert(transaction, incident, author, &device, now, news)?;
            project(transaction, incident, now)
        })
    }

    /// Loads an incident, lets `decide` choose what to append, appends it: all in one transaction, so that what was decided
    /// on is still true. Durable when this returns. Gives the incident after it and the ids appended.
    ///
    /// # Errors
    /// The error of `decide`, or a [`StoreError`]; nothing was appended then.
    pub fn append<E: From<StoreError>>(
        &mut self,
        incident: IncidentId,
        author: &str,
        now: DateTime<Utc>,
        decide: impl FnOnce(&Incident) -> Result<Vec<NewEvent>, E>,
    ) -> Result<(Incident, Vec<EventId>), E> {
        let mut refusal = None;
        let done = self.write(|transaction| {
            let device = device(transaction)?;
            let facts = fold(transaction, incident)?;
            let news = match decide(&facts) {
                Ok(news) => news,
                Err(error) => {
                    refusal = Some(error);
                    return Ok((facts, Vec::new()));
                }
            };
            if news.is_empty() {
                return Ok((facts, Vec::new()));
            }
            let ids = insert(transaction, incident, author, &device, now, news)?;
            Ok((project(transaction, incident, now)?, ids))
        });
        match refusal {
            Some(error) => Err(error),
            None => Ok(done?),
        }
    }

    /// Appends events that depend on no fact, such as an entry, without reading the incident. Durable when this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was appended then.
    pub fn append_entry(&mut self, incident: IncidentId, author: &str, now: DateTime<Utc>, new: NewEvent) -> Result<EventId, StoreError> {
        self.write(|transaction| {
            let device = device(transaction)?;
            let id = next_id(transaction, now)?;
            insert_one(transaction, id, incident, author, &device, now, &new)?;
            incidents::touch(transaction, incident, now)?;
            Ok(id)
        })
    }

    /// All events of an incident, in the order in which they were recorded.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn events(&self, incident: IncidentId) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| load(connection, incident))
    }

    /// The incidents that got an event after `newest` was as given.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn changed_since(&self, newest: i64) -> Result<Vec<IncidentId>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT DISTINCT incident FROM events WHERE rowid > ?1")?;
            let ids = statement.query_map([newest], |row| Ok(IncidentId(read_uuid(&row.get::<_, String>(0)?))))?;
            Ok(ids.collect::<Result<_, _>>()?)
        })
    }

    /// A number that grows with every event, whoever appended it.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn newest(&self) -> Result<i64, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT coalesce(max(rowid), 0) FROM events")?;
            Ok(statement.query_row([], |row| row.get(0))?)
        })
    }
}

/// One sequence for the whole process, so that ids of the same millisecond still sort as they were made.
static SEQUENCE: Mutex<ContextV7> = Mutex::new(ContextV7::new());

fn new_id(now: DateTime<Utc>) -> Uuid {
    let sequence = SEQUENCE.lock().unwrap_or_else(PoisonError::into_inner);
    Uuid::new_v7(Timestamp::from_unix(&*sequence, now.timestamp().max(0).unsigned_abs(), now.timestamp_subsec_nanos()))
}

/// An id after all that were given before, also by other processes and where the clock was set back since: ids tell the
/// order in which events were recorded.
fn next_id(transaction: &Transaction<'_>, now: DateTime<Utc>) -> Result<EventId, StoreError> {
    let mut statement = transaction.prepare_cached("SELECT max(id) FROM events")?;
    let last: Option<String> = statement.query_row([], |row| row.get(0))?;
    let id = new_id(now);
    let last = last.as_deref().map(read_uuid).filter(|last| *last >= id);
    Ok(EventId(last.map_or(id, |last| Uuid::from_u128(last.as_u128() + 1))))
}

fn insert(
    transaction: &Transaction<'_>,
    incident: IncidentId,
    author: &str,
    device: &str,
    now: DateTime<Utc>,
    news: Vec<NewEvent>,
) -> Result<Vec<EventId>, StoreError> {
    let mut ids = Vec::with_capacity(news.len());
    for new in news {
        let id = next_id(transaction, now)?;
        insert_one(transaction, id, incident, author, device, now, &new)?;
        ids.push(id);
    }
    Ok(ids)
}

fn insert_one(
    transaction: &Transaction<'_>,
    id: EventId,
    incident: IncidentId,
    author: &str,
    device: &str,
    now: DateTime<Utc>,
    new: &NewEvent,
) -> Result<(), StoreError> {
    let tagged = serde_json::to_value(&new.body)?;
    let body = tagged.get("body").cloned().unwrap_or(Value::Null);
    let mut statement = transaction.prepare_cached(
        "INSERT INTO events (id, incident, occurred_at, recorded_at, author, device, kind, version, body, amends)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1, ?8, ?9)",
    )?;
    statement.execute(params![
        id.0.to_string(),
        incident.0.to_string(),
        new.occurred_at.unwrap_or(now).timestamp_millis(),
        now.timestamp_millis(),
        author,
        device,
        new.body.kind(),
        body.to_string(),
        new.amends.map(|amended| amended.0.to_string()),
    ])?;
    Ok(())
}

fn load(connection: &Connection, incident: IncidentId) -> Result<Vec<Event>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, incident, occurred_at, recorded_at, author, device, kind, body, amends
         FROM events WHERE incident = ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([incident.0.to_string()])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(read_event(row)?);
    }
    Ok(events)
}

fn read_event(row: &Row<'_>) -> Result<Event, StoreError> {
    let kind: String = row.get(6)?;
    let body: Value = serde_json::from_str(&row.get::<_, String>(7)?)?;
    let tagged = if body.is_null() { json!({ "kind": kind }) } else { json!({ "kind": kind, "body": body }) };
    let amends: Option<String> = row.get(8)?;
    Ok(Event {
        id: EventId(read_uuid(&row.get::<_, String>(0)?)),
        incident: IncidentId(read_uuid(&row.get::<_, String>(1)?)),
        occurred_at: read_instant(row.get(2)?),
        recorded_at: read_instant(row.get(3)?),
        author: row.get(4)?,
        device: row.get(5)?,
        amends: amends.map(|amended| EventId(read_uuid(&amended))),
        body: serde_json::from_value(tagged)?,
    })
}

/// Only this module writes ids, so one that does not read is damage; the nil id belongs to nothing.
pub(crate) fn read_uuid(text: &str) -> Uuid {
    Uuid::parse_str(text).unwrap_or(Uuid::nil())
}

pub(crate) fn read_instant(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

fn fold(connection: &Connection, incident: IncidentId) -> Result<Incident, StoreError> {
    Incident::fold(&load(connection, incident)?).ok_or(StoreError::UnknownIncident)
}

fn project(transaction: &Transaction<'_>, incident: IncidentId, now: DateTime<Utc>) -> Result<Incident, StoreError> {
    let facts = fold(transaction, incident)?;
    incidents::save(transaction, &facts, now)?;
    Ok(facts)
}

fn device(transaction: &Transaction<'_>) -> Result<String, StoreError> {
    crate::settings::device(transaction)
}
