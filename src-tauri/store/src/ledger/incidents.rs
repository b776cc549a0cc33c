//! The summary of each incident, kept beside the events.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, Params, Row, Transaction, params};
use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::text::{as_seen, words_as_seen};
use sitrep_core::vocabulary::IncidentId;

use super::events::read_instant;
use super::figures;
use super::ids::read_uuid;
use crate::error::StoreError;
use crate::open::Store;

/// One incident in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncidentRow {
    /// Its identity.
    pub id: IncidentId,
    /// Its facts, in the shape of `show` and `list`.
    pub summary: IncidentSummary,
    /// When a person last did something to it (UTC).
    pub touched_at: DateTime<Utc>,
    /// Whether its review was marked complete.
    pub reviewed: bool,
    /// How much else is owed of it: action items, and an all-clear to customers.
    pub open_duties: u32,
}

/// One with the number by which other tables name it; it grows from one to the next.
#[derive(Debug, Clone)]
pub(crate) struct Numbered {
    pub(crate) number: i64,
    pub(crate) row: IncidentRow,
    /// When it was over, in milliseconds (UTC).
    pub(crate) over: Option<i64>,
}

/// What an incident is called here, and what it was called at its declaration.
pub(super) struct Name<'a> {
    pub(super) handle: &'a str,
    pub(super) declared_as: &'a str,
}

/// How the rows of incidents begin.
pub(super) const ROWS: &str = "SELECT id, summary, touched_at, review_published_at IS NOT NULL, open_actions FROM incidents";
const ACTIVE: &str = "WHERE resolved_at IS NULL ORDER BY touched_at DESC, number DESC";
const ENDED: &str = "WHERE resolved_at IS NOT NULL AND summary ->> 'withdrawn' IS NULL ORDER BY resolved_at DESC, number DESC";
const UNFINISHED: &str =
    "WHERE resolved_at IS NOT NULL AND (review_published_at IS NULL OR open_actions > 0) AND summary ->> 'withdrawn' IS NULL
     ORDER BY resolved_at DESC, number DESC";
const RESOLVED_SINCE: &str = "WHERE resolved_at >= ?1 AND summary ->> 'withdrawn' IS NULL ORDER BY resolved_at DESC, number DESC";
const WITHDRAWN: &str = "WHERE resolved_at IS NOT NULL AND summary ->> 'withdrawn' IS NOT NULL ORDER BY resolved_at DESC, number DESC";

impl Store {
    /// The active incidents, the one last touched first.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn active(&self) -> Result<Vec<IncidentRow>, StoreError> {
        self.list(ACTIVE, usize::MAX)
    }

    /// Makes an incident the one last touched.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written.
    pub fn touch(&mut self, incident: IncidentId, now: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "UPDATE incidents SET touched_at = max(?2, 1 + (SELECT max(touched_at) FROM incidents)) WHERE id = ?1";
        self.write(|transaction| {
            transaction.execute(sql, (incident.0.to_string(), now.timestamp_millis()))?;
            Ok(())
        })
    }

    /// The active incident last touched.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn last_active(&self) -> Result<Option<IncidentRow>, StoreError> {
        Ok(self.list(ACTIVE, 1)?.pop())
    }

    /// The resolved incidents, the one last resolved first, `most` of them.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn ended(&self, most: usize) -> Result<Vec<IncidentRow>, StoreError> {
        self.list(ENDED, most)
    }

    /// The active ones, and of those that ended the last, `most` of them, read at one moment.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn active_and_ended(&self, most: usize) -> Result<Vec<IncidentRow>, StoreError> {
        self.read(|connection| active_and_ended(connection, most))
    }

    /// Those that were no incidents, the one last withdrawn first, `most` of them. No other list has them.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn withdrawn(&self, most: usize) -> Result<Vec<IncidentRow>, StoreError> {
        self.list(WITHDRAWN, most)
    }

    /// All incidents, active ones first, then the one last resolved.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn incidents(&self) -> Result<Vec<IncidentRow>, StoreError> {
        self.active_and_ended(usize::MAX)
    }

    /// The resolved incidents that are not done with: no complete review, or an open action item. The one last resolved first.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn unfinished(&self) -> Result<Vec<IncidentRow>, StoreError> {
        self.list(UNFINISHED, usize::MAX)
    }

    /// Those that were resolved at an instant (UTC) or after it. The one last resolved first.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn resolved_since(&self, since: DateTime<Utc>) -> Result<Vec<IncidentRow>, StoreError> {
        self.read(|connection| rows(connection, &format!("{ROWS} {RESOLVED_SINCE}"), [since.timestamp_millis()]))
    }

    /// The row of an incident.
    ///
    /// # Errors
    /// [`StoreError::UnknownIncident`], or why it cannot be read.
    pub fn incident(&self, incident: IncidentId) -> Result<IncidentRow, StoreError> {
        self.read(|connection| {
            rows(connection, &format!("{ROWS} WHERE id = ?1"), [incident.0.to_string()])?.pop().ok_or(StoreError::UnknownIncident)
        })
    }

    /// Whether an incident has this handle.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn is_taken(&self, handle: &str) -> Result<bool, StoreError> {
        self.read(|connection| is_taken(connection, handle))
    }

    fn list(&self, which: &str, most: usize) -> Result<Vec<IncidentRow>, StoreError> {
        self.read(|connection| list(connection, which, most))
    }
}

fn list(connection: &Connection, which: &str, most: usize) -> Result<Vec<IncidentRow>, StoreError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    rows(connection, &format!("{ROWS} {which} LIMIT ?1"), [most])
}

pub(super) fn active_and_ended(connection: &Connection, most: usize) -> Result<Vec<IncidentRow>, StoreError> {
    let mut both = list(connection, ACTIVE, usize::MAX)?;
    both.extend(list(connection, ENDED, most)?);
    Ok(both)
}

/// The incidents whose numbers come after one, in order, `most` of them.
pub(super) fn numbered_after(connection: &Connection, number: i64, most: usize) -> Result<Vec<Numbered>, StoreError> {
    let sql = "SELECT id, summary, touched_at, review_published_at IS NOT NULL, open_actions, number, resolved_at FROM incidents
               WHERE number > ?1 ORDER BY number LIMIT ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params![number, i64::try_from(most).unwrap_or(i64::MAX)])?;
    let mut incidents = Vec::new();
    while let Some(row) = rows.next()? {
        incidents.push(Numbered { number: row.get(5)?, row: read_row(row)?, over: row.get(6)? });
    }
    Ok(incidents)
}

pub(super) fn rows(connection: &Connection, sql: &str, parameters: impl Params) -> Result<Vec<IncidentRow>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(parameters)?;
    let mut incidents = Vec::new();
    while let Some(row) = rows.next()? {
        incidents.push(read_row(row)?);
    }
    Ok(incidents)
}

fn read_row(row: &Row<'_>) -> Result<IncidentRow, StoreError> {
    Ok(IncidentRow {
        id: IncidentId(read_uuid(&row.get::<_, String>(0)?)),
        summary: serde_json::from_str(&words_as_seen(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?))?,
        touched_at: read_instant(row.get(2)?),
        reviewed: row.get(3)?,
        open_duties: row.get(4)?,
    })
}

/// The incidents with a deadline, or that may have one.
pub(super) fn with_duties(connection: &Connection) -> Result<Vec<IncidentRow>, StoreError> {
    let mut all = rows(connection, &format!("{ROWS} {ACTIVE}"), [])?;
    all.extend(rows(connection, &format!("{ROWS} {UNFINISHED}"), [])?);
    Ok(all)
}

/// Moves when people last touched the active incidents, so that the one touched next is still the last.
pub(super) fn shift_touches(transaction: &Transaction<'_>, by: TimeDelta) -> Result<(), StoreError> {
    transaction.execute("UPDATE incidents SET touched_at = touched_at + ?1 WHERE resolved_at IS NULL", [by.num_milliseconds()])?;
    Ok(())
}

/// Whether an incident is shown under this handle, or was declared under it.
pub(super) fn is_taken(connection: &Connection, handle: &str) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM incidents WHERE handle = ?1 OR declared_as = ?1")?;
    Ok(statement.exists([handle])?)
}

/// What is wrong, in a line.
pub(super) fn title_of(connection: &Connection, incident: IncidentId) -> Result<String, StoreError> {
    let mut statement = connection.prepare_cached("SELECT summary ->> 'title' FROM incidents WHERE id = ?1")?;
    let title: Option<Option<String>> = statement.query_row([incident.0.to_string()], |row| row.get(0)).optional()?;
    Ok(as_seen(&title.flatten().unwrap_or_default()).into_owned())
}

/// The number by which other tables name an incident.
pub(super) fn number_of(connection: &Connection, incident: IncidentId) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT number FROM incidents WHERE id = ?1")?;
    statement.query_row([incident.0.to_string()], |row| row.get(0)).optional()?.ok_or(StoreError::UnknownIncident)
}

/// Says that an event was recorded which changes nothing of the summary.
pub(super) fn touch(transaction: &Transaction<'_>, number: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached("UPDATE incidents SET touched_at = ?2 WHERE number = ?1")?;
    statement.execute(params![number, now.timestamp_millis()])?;
    figures::leave_behind(transaction, number)
}

/// Keeps a new incident, to be found by any part of its handle, and gives its number.
pub(super) fn add(transaction: &Transaction<'_>, id: IncidentId, name: &Name<'_>, now: DateTime<Utc>) -> Result<i64, StoreError> {
    transaction.execute(
        "INSERT INTO incidents (id, handle, declared_as, summary, touched_at) VALUES (?1, ?2, ?3, 'null', ?4)",
        params![id.0.to_string(), name.handle, name.declared_as, now.timestamp_millis()],
    )?;
    let number = transaction.last_insert_rowid();
    make_findable(transaction, number, name.handle)?;
    Ok(number)
}

/// Keeps what an incident was declared as, and says whether that was something else.
pub(super) fn declare_as(transaction: &Transaction<'_>, id: IncidentId, handle: &str) -> Result<bool, StoreError> {
    let mut statement = transaction.prepare_cached("UPDATE incidents SET declared_as = ?2 WHERE id = ?1 AND declared_as <> ?2")?;
    Ok(statement.execute(params![id.0.to_string(), handle])? == 1)
}

/// Shows an incident under another handle.
pub(super) fn rename(transaction: &Transaction<'_>, number: i64, handle: &str) -> Result<(), StoreError> {
    transaction.execute("UPDATE incidents SET handle = ?2 WHERE number = ?1", params![number, handle])?;
    transaction.execute("DELETE FROM handle_endings WHERE incident = ?1", [number])?;
    make_findable(transaction, number, handle)
}

fn make_findable(transaction: &Transaction<'_>, number: i64, handle: &str) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached("INSERT OR IGNORE INTO handle_endings (ending, incident) VALUES (?1, ?2)")?;
    for (start, _) in handle.char_indices() {
        statement.execute(params![&handle[start..], number])?;
    }
    Ok(())
}

/// Keeps what lists and figures show of an incident, and when a person last touched it, if one did.
pub(super) fn save(
    transaction: &Transaction<'_>,
    number: i64,
    incident: &Incident,
    touched: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(
        "UPDATE incidents SET summary = ?2, touched_at = coalesce(?3, touched_at), resolved_at = ?4, review_published_at = ?5, open_actions = ?6 WHERE number = ?1",
    )?;
    statement.execute(params![
        number,
        serde_json::to_string(&incident.summary())?,
        touched.map(|at| at.timestamp_millis()),
        incident.over_at().map(|at| at.timestamp_millis()),
        incident.review_published_at.map(|at| at.timestamp_millis()),
        open_duties(incident),
    ])?;
    figures::save(transaction, number, incident)
}

/// What is still to be done of it apart from the review. The column was named when that was action items alone.
fn open_duties(incident: &Incident) -> u32 {
    let all_clear = usize::from(incident.customers_waiting_since().is_some());
    u32::try_from(incident.open_actions().count() + all_clear).unwrap_or(u32::MAX)
}
