//! The projection of incidents, kept beside the events.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::vocabulary::IncidentId;

use crate::error::StoreError;
use crate::events::{read_instant, read_uuid};
use crate::open::Store;

/// One incident in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentRow {
    /// Its identity.
    pub id: IncidentId,
    /// Its facts.
    pub summary: IncidentSummary,
    /// When its last event was recorded (UTC).
    pub touched_at: DateTime<Utc>,
    /// Whether its review was marked complete.
    pub reviewed: bool,
    /// How many of its action items are still to be done.
    pub open_actions: u32,
}

const COLUMNS: &str = "SELECT id, summary, touched_at, review_published_at IS NOT NULL, open_actions FROM incidents";

impl Store {
    /// The active incidents, the one last touched first.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn active(&self) -> Result<Vec<IncidentRow>, StoreError> {
        self.list(&format!("{COLUMNS} WHERE resolved_at IS NULL ORDER BY touched_at DESC, id DESC"))
    }

    /// All incidents, active ones first, then the one last resolved.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn incidents(&self) -> Result<Vec<IncidentRow>, StoreError> {
        self.list(&format!("{COLUMNS} ORDER BY resolved_at IS NOT NULL, resolved_at DESC, touched_at DESC, id DESC"))
    }

    /// The resolved incidents that are not done with: no complete review, or an open action item. The one last resolved first.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn unfinished(&self) -> Result<Vec<IncidentRow>, StoreError> {
        self.list(&format!(
            "{COLUMNS} WHERE resolved_at IS NOT NULL AND (review_published_at IS NULL OR open_actions > 0) ORDER BY resolved_at DESC"
        ))
    }

    fn list(&self, sql: &str) -> Result<Vec<IncidentRow>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let mut rows = statement.query([])?;
            let mut incidents = Vec::new();
            while let Some(row) = rows.next()? {
                incidents.push(read_row(row)?);
            }
            Ok(incidents)
        })
    }
}

fn read_row(row: &Row<'_>) -> Result<IncidentRow, StoreError> {
    Ok(IncidentRow {
        id: IncidentId(read_uuid(&row.get::<_, String>(0)?)),
        summary: serde_json::from_str(&row.get::<_, String>(1)?)?,
        touched_at: read_instant(row.get(2)?),
        reviewed: row.get(3)?,
        open_actions: row.get(4)?,
    })
}

pub(crate) fn id_of(connection: &Connection, handle: &str) -> Result<Option<IncidentId>, StoreError> {
    let id: Option<String> = connection.query_row("SELECT id FROM incidents WHERE handle = ?1", [handle], |row| row.get(0)).optional()?;
    Ok(id.map(|id| IncidentId(read_uuid(&id))))
}

pub(crate) fn touch(transaction: &Transaction<'_>, incident: IncidentId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached("UPDATE incidents SET touched_at = ?2 WHERE id = ?1")?;
    match statement.execute(params![incident.0.to_string(), now.timestamp_millis()])? {
        1 => Ok(()),
        _ => Err(StoreError::UnknownIncident),
    }
}

pub(crate) fn save(transaction: &Transaction<'_>, incident: &Incident, now: DateTime<Utc>) -> Result<(), StoreError> {
    let summary = serde_json::to_string(&incident.summary())?;
    let resolved_at = incident.resolved_at.map(|at| at.timestamp_millis());
    let review_published_at = incident.review_published_at.map(|at| at.timestamp_millis());
    let open_actions = u32::try_from(incident.open_actions().count()).unwrap_or(u32::MAX);
    transaction.execute(
        "INSERT INTO incidents (id, handle, summary, touched_at, resolved_at, review_published_at, open_actions) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET summary = ?3, touched_at = ?4, resolved_at = ?5, review_published_at = ?6, open_actions = ?7",
        params![
            incident.id.0.to_string(),
            incident.handle,
            summary,
            now.timestamp_millis(),
            resolved_at,
            review_published_at,
            open_actions
        ],
    )?;
    Ok(())
}
