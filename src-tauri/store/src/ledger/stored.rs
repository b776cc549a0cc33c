//! Events as they lie in the file, for who hands them on.

use rusqlite::{Connection, Row};
use sitrep_core::bundle::ClockLine;
use sitrep_core::event::Stored;
use sitrep_core::vocabulary::{EventId, IncidentId};

use super::ids::read_uuid;
use super::union::clocks_of;
use crate::error::StoreError;
use crate::open::Store;

/// An event as it is stored. Times are milliseconds since 1970, in UTC, as the clock of its device told them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its name.
    pub id: EventId,
    /// The incident it belongs to.
    pub incident: IncidentId,
    /// When it happened.
    pub occurred_at: i64,
    /// When it was recorded.
    pub recorded_at: i64,
    /// Who recorded it.
    pub author: String,
    /// On which device.
    pub device: String,
    /// The how manieth of that device it is.
    pub device_index: i64,
    /// Its body, to the byte.
    pub stored: Stored,
    /// The event that it amends.
    pub amends: Option<EventId>,
}

impl Store {
    /// All events of an incident as they are stored, in the order of their ids.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn stored_events(&self, incident: IncidentId) -> Result<Vec<StoredEvent>, StoreError> {
        self.read(|connection| of(connection, incident))
    }

    /// The jumps of clocks in the course of an incident that no event tells.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn untold_clocks(&self, incident: IncidentId) -> Result<Vec<ClockLine>, StoreError> {
        self.read(|connection| clocks_of(connection, incident))
    }
}

fn of(connection: &Connection, incident: IncidentId) -> Result<Vec<StoredEvent>, StoreError> {
    let sql = "SELECT id, incident, occurred_at, recorded_at, author, device, device_index, kind, version, body, amends
        FROM events WHERE incident = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([incident.0.to_string()], read)?;
    let mut events = rows.collect::<Result<Vec<StoredEvent>, _>>()?;
    events.sort_by_key(|event| event.id);
    Ok(events)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredEvent> {
    let id = |at: usize| Ok::<_, rusqlite::Error>(EventId(read_uuid(row.get_ref(at)?.as_str()?)));
    let amends: Option<String> = row.get(10)?;
    Ok(StoredEvent {
        id: id(0)?,
        incident: IncidentId(read_uuid(row.get_ref(1)?.as_str()?)),
        occurred_at: row.get(2)?,
        recorded_at: row.get(3)?,
        author: row.get(4)?,
        device: row.get(5)?,
        device_index: row.get(6)?,
        stored: Stored { kind: row.get(7)?, version: row.get(8)?, body: row.get(9)? },
        amends: amends.map(|amended| EventId(read_uuid(&amended))),
    })
}
