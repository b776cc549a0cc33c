//! What goes out of an incident: its events as they are stored, and what belongs to them.

use rusqlite::{Connection, Row};
use sitrep_core::bundle::{ClockLine, EventLine};
use sitrep_core::vocabulary::{AttachedTextId, IncidentId, PictureId};
use uuid::Uuid;

use super::super::ids::read_uuid;
use super::stored;
use crate::error::StoreError;

/// An attached text that goes out.
#[derive(Debug)]
pub(crate) struct OutgoingText {
    pub(crate) incident: IncidentId,
    /// When it was kept: milliseconds, UTC.
    pub(crate) kept_at: i64,
    pub(crate) text: String,
}

/// The jumps of clocks in the course of an incident that no event tells.
pub(crate) fn clocks_of(connection: &Connection, incident: IncidentId) -> Result<Vec<ClockLine>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT device, device_index, millis FROM clock_jumps AS jump
         WHERE jump.incident = (SELECT number FROM incidents WHERE id = ?1) AND NOT EXISTS (
             SELECT 1 FROM events WHERE events.device = jump.device AND events.device_index = jump.device_index AND kind = 'clock_set')
         ORDER BY device, device_index",
    )?;
    let clocks = statement.query_map([incident.0.to_string()], |row| {
        let device = Uuid::parse_str(row.get_ref(0)?.as_str()?).unwrap_or_default();
        Ok(ClockLine { incident, device, device_index: row.get(1)?, millis: row.get(2)? })
    })?;
    Ok(clocks.collect::<Result<_, _>>()?)
}

/// How many events an incident has.
pub(crate) fn count_events(connection: &Connection, incident: IncidentId) -> Result<u64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT count(*) FROM events WHERE incident = ?1")?;
    let count: i64 = statement.query_row([incident.0.to_string()], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// The pictures that an incident's entries name.
pub(crate) fn pictures_of(connection: &Connection, incident: IncidentId) -> Result<Vec<PictureId>, StoreError> {
    let sql = format!("{} WHERE incident = ?1 AND kind = 'entry' AND instr(body, '\"pictures\"') ORDER BY position", stored::COLUMNS);
    let mut statement = connection.prepare_cached(&sql)?;
    let events = statement.query_map([incident.0.to_string()], stored::read)?.collect::<Result<Vec<_>, _>>()?;
    Ok(events.iter().flat_map(EventLine::pictures).collect())
}

/// The events of an incident, by their ids.
pub(crate) fn each_event(
    connection: &Connection,
    incident: IncidentId,
    take: &mut dyn FnMut(EventLine) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(&format!("{} WHERE incident = ?1 ORDER BY id", stored::COLUMNS))?;
    let mut rows = statement.query([incident.0.to_string()])?;
    while let Some(row) = rows.next()? {
        take(stored::read(row)?)?;
    }
    Ok(())
}

/// The names of an incident's attached texts that an event names.
pub(crate) fn texts_of(connection: &Connection, incident: IncidentId) -> Result<Vec<AttachedTextId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM attached_texts WHERE incident = ?1 AND EXISTS (
             SELECT 1 FROM events WHERE events.incident = ?1 AND kind IN ('entry', 'runbook_begun') AND instr(body, '\"' || attached_texts.id || '\"'))
         ORDER BY id",
    )?;
    let ids = statement.query_map([incident.0.to_string()], |row| Ok(AttachedTextId(read_uuid(row.get_ref(0)?.as_str()?))))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// An attached text.
pub(crate) fn text(connection: &Connection, id: AttachedTextId) -> Result<OutgoingText, StoreError> {
    let mut statement = connection.prepare_cached("SELECT incident, kept_at, text FROM attached_texts WHERE id = ?1")?;
    let read = |row: &Row<'_>| {
        let incident = IncidentId(read_uuid(row.get_ref(0)?.as_str()?));
        Ok(OutgoingText { incident, kept_at: row.get(1)?, text: row.get(2)? })
    };
    Ok(statement.query_row([id.0.to_string()], read)?)
}
