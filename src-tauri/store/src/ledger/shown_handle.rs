//! Under which handle an incident is shown here.

use rusqlite::{Connection, OptionalExtension};
use sitrep_core::vocabulary::IncidentId;

use crate::error::StoreError;

/// Under which handle an incident is shown.
pub(super) fn handle_of(connection: &Connection, incident: IncidentId) -> Result<String, StoreError> {
    let mut statement = connection.prepare_cached("SELECT handle FROM incidents WHERE id = ?1")?;
    statement.query_row([incident.0.to_string()], |row| row.get(0)).optional()?.ok_or(StoreError::UnknownIncident)
}
