//! Texts that are too long for an entry: in the database, so that a backup has them, and read only when somebody asks for one.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Transaction, params};
use sitrep_core::text::as_seen;
use sitrep_core::vocabulary::{AttachedText, AttachedTextId, IncidentId};

use super::ids::new_id;
use crate::error::StoreError;
use crate::open::Store;

impl Store {
    /// Keeps a text of an incident, as a person sees it. It belongs to no entry yet. On disk when this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was kept then.
    pub fn keep_text(&mut self, incident: IncidentId, now: DateTime<Utc>, name: &str, text: &str) -> Result<AttachedText, StoreError> {
        self.write(|transaction| keep(transaction, incident, now, name, text))
    }

    /// A text that an entry of the incident names.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn attached_text(&self, incident: IncidentId, id: AttachedTextId) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT text FROM attached_texts WHERE id = ?1 AND incident = ?2")?;
            Ok(statement.query_row(params![id.0.to_string(), incident.0.to_string()], |row| row.get(0)).optional()?)
        })
    }

    /// Forgets the texts that were kept before `since` and that neither an entry nor a run names; says how many.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was forgotten then.
    pub fn forget_unused_texts(&mut self, since: DateTime<Utc>) -> Result<usize, StoreError> {
        let sql = "DELETE FROM attached_texts WHERE kept_at < ?1 AND NOT EXISTS (
            SELECT 1 FROM events WHERE events.incident = attached_texts.incident AND kind IN ('entry', 'runbook_begun') AND instr(body, attached_texts.id))";
        self.write(|transaction| Ok(transaction.execute(sql, [since.timestamp_millis()])?))
    }
}

/// Keeps a text of an incident, as a person sees it.
pub(super) fn keep(
    transaction: &Transaction<'_>,
    incident: IncidentId,
    now: DateTime<Utc>,
    name: &str,
    text: &str,
) -> Result<AttachedText, StoreError> {
    let (id, text) = (AttachedTextId(new_id(now)), as_seen(text));
    let sql = "INSERT INTO attached_texts (id, incident, kept_at, text) VALUES (?1, ?2, ?3, ?4)";
    transaction.execute(sql, params![id.0.to_string(), incident.0.to_string(), now.timestamp_millis(), text])?;
    let lines = u32::try_from(text.lines().count()).unwrap_or(u32::MAX);
    Ok(AttachedText { id, name: name.to_owned(), lines })
}

/// Removes a text that belonged to an entry.
pub(super) fn remove(transaction: &Transaction<'_>, id: AttachedTextId) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM attached_texts WHERE id = ?1", [id.0.to_string()])?;
    Ok(())
}
