//! Events as they are stored, to the byte.

use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use sitrep_core::bundle::EventLine;
use sitrep_core::vocabulary::{EventId, IncidentId};
use uuid::Uuid;

use super::super::ids::read_uuid;
use crate::error::StoreError;

pub(super) const COLUMNS: &str =
    "SELECT incident, id, occurred_at, recorded_at, author, device, device_index, kind, version, body, amends FROM events";

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<EventLine> {
    // What is handed on is what is here: an id that does not read is not made up.
    let uuid = |column| {
        let text = row.get_ref(column)?.as_str()?;
        Uuid::try_parse(text).map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
    };
    Ok(EventLine {
        incident: IncidentId(uuid(0)?),
        id: EventId(uuid(1)?),
        occurred_at: row.get(2)?,
        recorded_at: row.get(3)?,
        author: row.get(4)?,
        device: uuid(5)?,
        device_index: row.get(6)?,
        kind: row.get(7)?,
        version: row.get(8)?,
        body: row.get(9)?,
        amends: if row.get_ref(10)? == ValueRef::Null { None } else { Some(EventId(uuid(10)?)) },
    })
}

/// An event, of whatever incident.
pub(super) fn one(connection: &Connection, id: EventId) -> Result<Option<EventLine>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    Ok(statement.query_row([id.0.to_string()], read).optional()?)
}

/// The event that has a number of a device.
pub(super) fn numbered(connection: &Connection, device: Uuid, index: i64) -> Result<Option<EventId>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id FROM events WHERE device = ?1 AND device_index = ?2")?;
    let id = |row: &Row<'_>| Ok(EventId(read_uuid(row.get_ref(0)?.as_str()?)));
    Ok(statement.query_row(params![device.to_string(), index], id).optional()?)
}

/// Whether an event of another incident amends this one.
pub(super) fn is_amended_elsewhere(connection: &Connection, event: &EventLine) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM events WHERE amends = ?1 AND incident <> ?2")?;
    Ok(statement.exists(params![event.id.0.to_string(), event.incident.0.to_string()])?)
}

/// The event that declared an incident, if that is here.
pub(super) fn declaration_of(connection: &Connection, incident: IncidentId) -> Result<Option<EventId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM events WHERE incident = ?1 AND kind = 'declared' AND kind NOT IN ('entry', 'entry_amended', 'entry_removed')",
    )?;
    let id = |row: &Row<'_>| Ok(EventId(read_uuid(row.get_ref(0)?.as_str()?)));
    Ok(statement.query_row([incident.0.to_string()], id).optional()?)
}

pub(super) fn insert(transaction: &Transaction<'_>, event: &EventLine) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO events (incident, id, occurred_at, recorded_at, author, device, device_index, kind, version, body, amends)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    statement.execute(params![
        event.incident.0.to_string(),
        event.id.0.to_string(),
        event.occurred_at,
        event.recorded_at,
        event.author,
        event.device.to_string(),
        event.device_index,
        event.kind,
        event.version,
        event.body,
        event.amends.map(|amended| amended.0.to_string()),
    ])?;
    Ok(())
}

pub(super) fn rewrite(transaction: &Transaction<'_>, id: EventId, body: &str) -> Result<(), StoreError> {
    transaction.prepare_cached("UPDATE events SET body = ?2 WHERE id = ?1")?.execute(params![id.0.to_string(), body])?;
    Ok(())
}
