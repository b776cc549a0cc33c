//! What figures need of each incident, kept beside it.
//!
//! It is written with the summary. An entry leaves it behind, as it leaves the facts, and so does a build that makes it otherwise: what
//! is behind is made anew from the facts when figures are asked for.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, Transaction, params};
use sitrep_core::figures::IncidentRecord;
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::IncidentId;

use super::facts::{self, KeptFacts};
use super::ids::read_uuid;
use crate::error::StoreError;
use crate::open::Store;

/// The shape in which records are kept: they follow from the facts, so that facts of another shape make them anew, too.
const FORMAT: i64 = facts::FORMAT * 1000 + IncidentRecord::FORMAT;

impl Store {
    /// What figures need of the incidents that began from one moment until before another (UTC), the first first.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn records(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<Vec<IncidentRecord>, StoreError> {
        self.read(|connection| {
            let kept = kept_within(connection, from, until)?.into_iter();
            let records = kept.map(|(id, record)| match record {
                Some(record) => Ok(Some(record)),
                None => Ok(readable(facts::current(connection, id, None))?.map(|facts| IncidentRecord::of(&facts.incident))),
            });
            Ok(records.collect::<Result<Vec<_>, StoreError>>()?.into_iter().flatten().collect())
        })
    }

    /// Makes anew what is behind of these incidents, `most` of them at once, and says whether some may be left.
    ///
    /// # Errors
    /// [`StoreError`]; those stay behind then, and [`Store::records`] makes them anew at each call.
    pub fn catch_up_records(&mut self, from: DateTime<Utc>, until: DateTime<Utc>, most: usize) -> Result<bool, StoreError> {
        let behind = self.read(|connection| behind_within(connection, from, until, most))?;
        if behind.is_empty() {
            return Ok(false);
        }
        self.write_without_sync(|transaction| behind.iter().try_for_each(|(number, id)| catch_up(transaction, *number, *id)))?;
        Ok(behind.len() == most)
    }
}

fn catch_up(transaction: &Transaction<'_>, number: i64, id: IncidentId) -> Result<(), StoreError> {
    let Some(facts) = readable(facts::current(transaction, id, None))? else { return keep(transaction, number, None, "null") };
    facts::save(transaction, number, &facts)?;
    save(transaction, number, &facts.incident)
}

/// One incident that cannot be read must not hinder the others.
fn readable(facts: Result<KeptFacts, StoreError>) -> Result<Option<KeptFacts>, StoreError> {
    match facts {
        Err(StoreError::UnknownIncident | StoreError::Body(_)) => Ok(None),
        read => read.map(Some),
    }
}

/// The incidents of a span, each with its record where that is kept as it is.
fn kept_within(
    connection: &Connection,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Vec<(IncidentId, Option<IncidentRecord>)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT incidents.id, figures.format, figures.body FROM figures JOIN incidents ON incidents.number = figures.incident
         WHERE figures.started_at >= ?1 AND figures.started_at < ?2 ORDER BY figures.started_at, figures.incident",
    )?;
    let rows = statement.query_map(params![from.timestamp_millis(), until.timestamp_millis()], read_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<(IncidentId, Option<IncidentRecord>)> {
    let id = IncidentId(read_uuid(row.get_ref(0)?.as_str()?));
    let is_current = row.get::<_, i64>(1)? == FORMAT;
    // A record that does not read is made anew; nothing is lost by that.
    let record = if is_current { serde_json::from_str(row.get_ref(2)?.as_str()?).ok() } else { None };
    Ok((id, record))
}

fn behind_within(
    connection: &Connection,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    most: usize,
) -> Result<Vec<(i64, IncidentId)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT incidents.number, incidents.id FROM figures JOIN incidents ON incidents.number = figures.incident
         WHERE figures.started_at >= ?1 AND figures.started_at < ?2 AND figures.format <> ?3 LIMIT ?4",
    )?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![from.timestamp_millis(), until.timestamp_millis(), FORMAT, most], |row| {
        Ok((row.get(0)?, IncidentId(read_uuid(row.get_ref(1)?.as_str()?))))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps what figures need of an incident.
pub(super) fn save(transaction: &Transaction<'_>, number: i64, incident: &Incident) -> Result<(), StoreError> {
    let body = serde_json::to_string(&IncidentRecord::of(incident))?;
    keep(transaction, number, Some(incident.started_at), &body)
}

/// Without a beginning the one that is known stays.
fn keep(transaction: &Transaction<'_>, number: i64, started_at: Option<DateTime<Utc>>, body: &str) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO figures (incident, started_at, format, body) VALUES (?1, coalesce(?2, 0), ?3, ?4)
         ON CONFLICT (incident) DO UPDATE SET started_at = coalesce(?2, started_at), format = ?3, body = ?4",
    )?;
    statement.execute(params![number, started_at.map(|at| at.timestamp_millis()), FORMAT, body])?;
    Ok(())
}

/// Says that something was recorded which is not in the record.
pub(super) fn leave_behind(transaction: &Transaction<'_>, number: i64) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached("UPDATE figures SET format = 0 WHERE incident = ?1 AND format <> 0")?;
    statement.execute([number])?;
    Ok(())
}
