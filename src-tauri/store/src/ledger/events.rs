//! The events table.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Params, Row, Transaction, params};
use sitrep_core::event::{Event, EventBody, Stored};
use sitrep_core::text::as_seen;
use sitrep_core::vocabulary::{EventId, IncidentId};

use super::ids::{next_event_id, read_uuid};
use super::jumps::{self, Clocks};
use crate::error::StoreError;
use crate::open::Store;

/// Which incidents got an event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    /// The position of the newest event.
    pub newest: i64,
    /// The incidents that got one, each once.
    pub incidents: BTreeSet<IncidentId>,
}

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

/// An event and where it stands in the order in which this file got them.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) position: i64,
    /// Its number among the events of its device.
    pub(super) device_index: i64,
    pub(super) event: Event,
}

/// Who records, and when.
pub(super) struct Recorder<'a> {
    pub(super) incident: IncidentId,
    pub(super) author: &'a str,
    pub(super) now: DateTime<Utc>,
}

impl Store {
    /// The incidents that got an event after the position given, and the position of the newest.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn changed_since(&self, position: i64) -> Result<Changed, StoreError> {
        self.read(|connection| {
            let newest = newest(connection)?;
            let mut statement = connection.prepare_cached("SELECT incident FROM events WHERE position > ?1")?;
            let ids = statement.query_map([position], |row| Ok(IncidentId(read_uuid(row.get_ref(0)?.as_str()?))))?;
            Ok(Changed { newest, incidents: ids.collect::<Result<_, _>>()? })
        })
    }

    /// The position of the newest event of all; it grows with every event, whoever appended it.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn newest(&self) -> Result<i64, StoreError> {
        self.read(newest)
    }

    /// The position of the newest event of an incident.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn newest_of(&self, incident: IncidentId) -> Result<i64, StoreError> {
        self.read(|connection| newest_of(connection, incident))
    }

    /// All events of an incident, in the order in which they were recorded.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn events(&self, incident: IncidentId) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| all(connection, incident))
    }

    /// One event of an incident.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn event(&self, incident: IncidentId, id: EventId) -> Result<Option<Event>, StoreError> {
        self.read(|connection| Ok(one(connection, incident, id)?.map(|placed| placed.event)))
    }

    /// The events of one kind, the newest first.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn events_of_kind(&self, incident: IncidentId, kind: &str) -> Result<Vec<Event>, StoreError> {
        self.read(|connection| Ok(of_kind(connection, incident, kind)?.into_iter().map(|placed| placed.event).collect()))
    }
}

const COLUMNS: &str = "SELECT id, incident, occurred_at, recorded_at, author, device, kind, version, body, amends, position, device_index,
    EXISTS (SELECT 1 FROM clock_jumps) FROM events";
/// What the facts follow from; the words are those of the index.
const OF_FACTS: &str = "kind NOT IN ('entry', 'entry_amended', 'entry_removed')";

/// The position of the newest event of all.
pub(super) fn newest(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT coalesce(max(position), 0) FROM events")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The position of the newest event of an incident.
pub(super) fn newest_of(connection: &Connection, incident: IncidentId) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT coalesce(max(position), 0) FROM events WHERE incident = ?1")?;
    Ok(statement.query_row([incident.0.to_string()], |row| row.get(0))?)
}

/// The events that came after a position.
pub(super) fn after(connection: &Connection, incident: IncidentId, position: i64) -> Result<Vec<Placed>, StoreError> {
    load(
        connection,
        &format!("{COLUMNS} WHERE incident = ?1 AND position > ?2 ORDER BY position"),
        params![incident.0.to_string(), position],
    )
}

/// All events of an incident, in the order in which they were recorded.
pub(super) fn all(connection: &Connection, incident: IncidentId) -> Result<Vec<Event>, StoreError> {
    let mut events: Vec<Event> = after(connection, incident, 0)?.into_iter().map(|placed| placed.event).collect();
    events.sort_by_key(|event| event.id);
    Ok(events)
}

/// The events of all incidents after a position and up to another.
pub(super) fn between(connection: &Connection, after: i64, upto: i64) -> Result<Vec<Placed>, StoreError> {
    load(connection, &format!("{COLUMNS} WHERE position > ?1 AND position <= ?2 ORDER BY position"), params![after, upto])
}

/// As [`after`], the entries left out.
pub(super) fn of_facts(connection: &Connection, incident: IncidentId) -> Result<Vec<Placed>, StoreError> {
    let sql = format!("{COLUMNS} WHERE incident = ?1 AND {OF_FACTS} ORDER BY position");
    load(connection, &sql, params![incident.0.to_string()])
}

/// When each entry, edit and removal of one was recorded, which [`of_facts`] leaves out.
pub(super) fn written_at(connection: &Connection, incident: IncidentId) -> Result<Vec<DateTime<Utc>>, StoreError> {
    let clocks = jumps::of(connection, incident)?;
    let mut statement = connection.prepare_cached(
        "SELECT device_index, device, recorded_at FROM events
         WHERE incident = ?1 AND kind IN ('entry', 'entry_amended', 'entry_removed') ORDER BY position",
    )?;
    let rows = statement.query_map([incident.0.to_string()], |row| {
        Ok(clocks.tell_time(row.get(0)?, row.get_ref(1)?.as_str()?, read_instant(row.get(2)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The events of one kind, no entries, the newest first.
pub(super) fn of_kind(connection: &Connection, incident: IncidentId, kind: &str) -> Result<Vec<Placed>, StoreError> {
    let sql = format!("{COLUMNS} WHERE incident = ?1 AND kind = ?2 AND {OF_FACTS} ORDER BY id DESC");
    load(connection, &sql, params![incident.0.to_string(), kind])
}

/// The entries of an incident that have pictures.
pub(super) fn with_pictures(connection: &Connection, incident: IncidentId) -> Result<Vec<Placed>, StoreError> {
    let sql = format!("{COLUMNS} WHERE incident = ?1 AND kind = 'entry' AND instr(body, '\"pictures\"') ORDER BY position");
    load(connection, &sql, params![incident.0.to_string()])
}

/// One event of an incident.
pub(super) fn one(connection: &Connection, incident: IncidentId, id: EventId) -> Result<Option<Placed>, StoreError> {
    let sql = format!("{COLUMNS} WHERE id = ?1 AND incident = ?2");
    Ok(load(connection, &sql, params![id.0.to_string(), incident.0.to_string()])?.pop())
}

/// The event at a position.
pub(super) fn at(connection: &Connection, position: i64) -> Result<Option<Placed>, StoreError> {
    Ok(load(connection, &format!("{COLUMNS} WHERE position = ?1"), params![position])?.pop())
}

/// What amends an event, in the order of recording.
pub(super) fn amending(connection: &Connection, id: EventId) -> Result<Vec<Placed>, StoreError> {
    load(connection, &format!("{COLUMNS} WHERE amends = ?1 ORDER BY id"), params![id.0.to_string()])
}

fn load(connection: &Connection, sql: &str, parameters: impl Params) -> Result<Vec<Placed>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(parameters)?;
    let (mut events, mut a_clock_was_set) = (Vec::new(), false);
    while let Some(row) = rows.next()? {
        a_clock_was_set = row.get(12)?;
        events.push(read(row)?);
    }
    if a_clock_was_set { tell(connection, events) } else { Ok(events) }
}

fn tell(connection: &Connection, events: Vec<Placed>) -> Result<Vec<Placed>, StoreError> {
    let mut clocks: HashMap<IncidentId, Clocks> = HashMap::new();
    for Placed { event, .. } in &events {
        if let Entry::Vacant(unknown) = clocks.entry(event.incident) {
            unknown.insert(jumps::of(connection, event.incident)?);
        }
    }
    let told = |placed: Placed| match clocks.get(&placed.event.incident) {
        Some(clocks) => Placed { event: clocks.tell(placed.device_index, placed.event), ..placed },
        None => placed,
    };
    Ok(events.into_iter().map(told).collect())
}

fn read(row: &Row<'_>) -> Result<Placed, StoreError> {
    let amends: Option<String> = row.get(9)?;
    let (kind, version, body) = (row.get_ref(6)?, row.get(7)?, row.get_ref(8)?);
    let event = Event {
        id: EventId(read_uuid(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)),
        incident: IncidentId(read_uuid(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)),
        occurred_at: read_instant(row.get(2)?),
        recorded_at: read_instant(row.get(3)?),
        author: as_seen(row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?).into_owned(),
        device: row.get(5)?,
        amends: amends.map(|amended| EventId(read_uuid(&amended))),
        body: EventBody::read(kind.as_str().map_err(rusqlite::Error::from)?, version, body.as_str().map_err(rusqlite::Error::from)?),
    };
    Ok(Placed { position: row.get(10)?, device_index: row.get(11)?, event })
}

pub(crate) fn read_instant(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// Inserts one event and gives it as it will be read.
pub(super) fn insert(transaction: &Transaction<'_>, by: &Recorder<'_>, new: NewEvent) -> Result<Placed, StoreError> {
    let device = crate::settings::device(transaction)?;
    let Stored { kind, version, body } = new.body.stored()?;
    let event = Event {
        id: next_event_id(transaction, by.now)?,
        incident: by.incident,
        occurred_at: new.occurred_at.unwrap_or(by.now),
        recorded_at: by.now,
        author: as_seen(by.author).into_owned(),
        device,
        amends: new.amends,
        body: EventBody::read(&kind, version, &body),
    };
    let mut statement = transaction.prepare_cached(
        "INSERT INTO events (id, incident, occurred_at, recorded_at, author, device, device_index, kind, version, body, amends)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, coalesce(max(device_index), 0) + 1, ?7, ?8, ?9, ?10 FROM events WHERE device = ?6
         RETURNING position, device_index",
    )?;
    let values = params![
        event.id.0.to_string(),
        event.incident.0.to_string(),
        event.occurred_at.timestamp_millis(),
        event.recorded_at.timestamp_millis(),
        event.author,
        event.device,
        kind,
        version,
        body,
        event.amends.map(|amended| amended.0.to_string()),
    ];
    let (position, device_index) = statement.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Placed { position, device_index, event: to_millis(event) })
}

/// Instants are kept to the millisecond.
fn to_millis(event: Event) -> Event {
    let kept = |at: DateTime<Utc>| read_instant(at.timestamp_millis());
    Event { occurred_at: kept(event.occurred_at), recorded_at: kept(event.recorded_at), ..event }
}
