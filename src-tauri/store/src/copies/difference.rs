//! What a backup lacks of what stands, and what it brings back.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};

use crate::error::StoreError;
use crate::file::explain;
use crate::ledger::read_instant;
use crate::open::Store;

/// How two databases differ.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// What stands and is not in the backup, the incident last written to first.
    pub lost: Vec<IncidentDifference>,
    /// What is in the backup and does not stand.
    pub brought: Vec<IncidentDifference>,
    /// How many drafts stand that the backup has not, or has otherwise.
    pub drafts: u32,
}

/// What one of two databases has of an incident and the other has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentDifference {
    /// The incident's handle.
    pub handle: String,
    /// Its title.
    pub title: String,
    /// Whether the other has nothing of it.
    pub whole: bool,
    /// How many events.
    pub events: u32,
    /// How many of these are entries.
    pub entries: u32,
    /// The words of the last of these.
    pub last_entry: Option<String>,
    /// When the last event was recorded (UTC).
    pub newest: DateTime<Utc>,
}

impl Store {
    /// Compares it with another database of the same schema.
    pub(super) fn difference(&self, other: &Path) -> Result<Difference, StoreError> {
        self.read(|connection| {
            connection
                .execute("ATTACH CAST(?1 AS TEXT) AS other", [other.as_os_str().as_encoded_bytes()])
                .map_err(|error| explain(error, other))?;
            let difference = compare(connection);
            connection.execute_batch("DETACH other")?;
            Ok(difference?)
        })
    }
}

fn compare(connection: &Connection) -> rusqlite::Result<Difference> {
    let drafts = "SELECT count(*) FROM main.drafts AS own WHERE NOT EXISTS (
        SELECT 1 FROM other.drafts AS theirs WHERE theirs.place = own.place AND theirs.text = own.text)";
    Ok(Difference {
        lost: only_in(connection, "main", "other")?,
        brought: only_in(connection, "other", "main")?,
        drafts: connection.query_row(drafts, [], |row| row.get(0))?,
    })
}

fn only_in(connection: &Connection, here: &str, there: &str) -> rusqlite::Result<Vec<IncidentDifference>> {
    let sql = format!(
        "WITH news AS (
             SELECT incident, count(*) AS events, count(*) FILTER (WHERE kind = 'entry') AS entries,
                    max(id) FILTER (WHERE kind = 'entry') AS last_entry, max(recorded_at) AS newest
             FROM {here}.events AS event WHERE NOT EXISTS (SELECT 1 FROM {there}.events AS same WHERE same.id = event.id) GROUP BY incident)
         SELECT own.handle, json_extract(own.summary, '$.title'), NOT EXISTS (SELECT 1 FROM {there}.incidents AS same WHERE same.id = own.id),
                news.events, news.entries, (SELECT json_extract(body, '$.text') FROM {here}.events WHERE id = news.last_entry), news.newest
         FROM news JOIN {here}.incidents AS own ON own.id = news.incident ORDER BY news.newest DESC, own.handle"
    );
    connection.prepare(&sql)?.query_map([], read_row)?.collect()
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<IncidentDifference> {
    Ok(IncidentDifference {
        handle: row.get(0)?,
        title: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
        whole: row.get(2)?,
        events: row.get(3)?,
        entries: row.get(4)?,
        last_entry: row.get(5)?,
        newest: read_instant(row.get(6)?),
    })
}
