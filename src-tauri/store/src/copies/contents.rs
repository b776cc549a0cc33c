//! What a database holds, whether all of it reads, and a copy of it.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, ErrorCode};

use crate::error::StoreError;
use crate::file::{copy_into, explain};
use crate::ledger::read_instant;
use crate::open::Store;

/// What a database holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// How many incidents.
    pub incidents: u32,
    /// How many events.
    pub events: u32,
    /// When the last of them was recorded (UTC).
    pub newest: Option<DateTime<Utc>>,
}

impl Store {
    /// What it holds now.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn contents(&self) -> Result<Contents, StoreError> {
        self.read(|connection| Ok(contents(connection)?))
    }
}

pub(super) fn contents(connection: &Connection) -> rusqlite::Result<Contents> {
    let counts = "SELECT (SELECT count(*) FROM incidents), (SELECT count(*) FROM events), (SELECT max(recorded_at) FROM events)";
    connection.query_row(counts, [], |row| {
        Ok(Contents { incidents: row.get(0)?, events: row.get(1)?, newest: row.get::<_, Option<i64>>(2)?.map(read_instant) })
    })
}

/// What is wrong with it, by SQLite's own account; none where all of it reads.
pub(super) fn fault(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let verdict: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    Ok((verdict != "ok").then_some(verdict))
}

/// Copies the database `source`, and tells which of the two files is the trouble.
pub(super) fn copy_database(connection: &Connection, source: &Path, copy: &Path) -> Result<(), StoreError> {
    copy_into(connection, copy).map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged(source.to_owned()),
        _ => explain(error, copy),
    })
}
