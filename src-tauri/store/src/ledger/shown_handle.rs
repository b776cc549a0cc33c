//! Under which handle an incident is shown here.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row};
use sitrep_core::vocabulary::IncidentId;

use super::ids::read_uuid;
use crate::error::StoreError;

/// Under which handle an incident is shown.
pub(super) fn handle_of(connection: &Connection, incident: IncidentId) -> Result<String, StoreError> {
    let mut statement = connection.prepare_cached("SELECT handle FROM incidents WHERE id = ?1")?;
    statement.query_row([incident.0.to_string()], |row| row.get(0)).optional()?.ok_or(StoreError::UnknownIncident)
}

/// The handles that all incidents are shown under.
pub(super) fn all_handles(connection: &Connection) -> Result<BTreeMap<IncidentId, String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT id, handle FROM incidents")?;
    let read = |row: &Row<'_>| Ok((IncidentId(read_uuid(row.get_ref(0)?.as_str()?)), row.get(1)?));
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}
