//! The clock of this device: a reading of it that all processes share, and what is recorded where somebody set it.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sitrep_core::event::{ClockReading, EventBody};
use sitrep_core::text::shift_key;

use super::append;
use super::events::{Recorder, read_instant};
use super::facts;
use super::incidents::{self, IncidentRow};
use crate::error::StoreError;
use crate::open::Store;
use crate::settings;

/// The setting that holds the reading.
const CLOCK: &str = "clock";

impl Store {
    /// Compares a reading of both clocks with the one that is kept, records a jump in each incident that is not done with, and gives the
    /// reading that counts from now on. Of several processes that see the same jump one records it.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read or written; nothing was recorded then.
    pub fn heed_clock(&mut self, reading: &ClockReading, author: &str) -> Result<ClockReading, StoreError> {
        let (kept, jump) = self.read(|connection| look(connection, reading))?;
        match (kept.filter(|kept| kept.boot == reading.boot), jump) {
            (Some(kept), None) => Ok(kept),
            (None, None) => self.write_without_sync(|transaction| keep_reading(transaction, reading)),
            (_, Some(_)) => self.write(|transaction| record(transaction, reading, author)),
        }
    }
}

/// The reading that is kept, and the jump since.
fn look(connection: &Connection, reading: &ClockReading) -> Result<(Option<ClockReading>, Option<TimeDelta>), StoreError> {
    // One that does not read was none.
    let kept = settings::get(connection, CLOCK)?.and_then(|kept| serde_json::from_str(&kept).ok());
    let jump = reading.jump_since(kept.as_ref(), newest_record(connection)?);
    Ok((kept, jump))
}

fn record(transaction: &Transaction<'_>, reading: &ClockReading, author: &str) -> Result<ClockReading, StoreError> {
    let (kept, jump) = look(transaction, reading)?;
    let Some(by) = jump else {
        // Another process was first.
        return kept.filter(|kept| kept.boot == reading.boot).map_or_else(|| keep_reading(transaction, reading), Ok);
    };
    for row in incidents::with_duties(transaction)? {
        record_in(transaction, &row, by, reading.wall, author)?;
    }
    if by < TimeDelta::zero() {
        incidents::shift_touches(transaction, by)?;
    }
    keep_reading(transaction, reading)
}

fn keep_reading(transaction: &Transaction<'_>, reading: &ClockReading) -> Result<ClockReading, StoreError> {
    settings::set(transaction, CLOCK, &serde_json::to_string(reading)?)?;
    Ok(reading.clone())
}

fn record_in(transaction: &Transaction<'_>, row: &IncidentRow, by: TimeDelta, now: DateTime<Utc>, author: &str) -> Result<(), StoreError> {
    match facts::current(transaction, row.id, None) {
        // One that cannot be read must not hinder the others.
        Err(StoreError::UnknownIncident | StoreError::Body(_)) => return Ok(()),
        read => drop(read?),
    }
    let by_sitrep = Recorder { incident: row.id, author, now };
    append::record(transaction, &by_sitrep, vec![EventBody::ClockSet { millis: by.num_milliseconds() }.into()])?;
    repeat_claims(transaction, &row.summary.handle, by)
}

/// What was shown of a deadline was shown of it, too, where its time is told by another clock.
fn repeat_claims(transaction: &Transaction<'_>, handle: &str, by: TimeDelta) -> Result<(), StoreError> {
    let (first, end) = (format!("{handle}/"), format!("{handle}0"));
    let mut claims = transaction.prepare_cached("SELECT DISTINCT deadline FROM reminders WHERE deadline >= ?1 AND deadline < ?2")?;
    let names: Vec<String> = claims.query_map([first, end], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut repeat = transaction.prepare_cached(
        "INSERT OR IGNORE INTO reminders (deadline, stage, claimed_at, attempts, shown_at)
         SELECT ?2, stage, claimed_at + ?3, attempts, shown_at + ?3 FROM reminders WHERE deadline = ?1",
    )?;
    for name in names {
        repeat.execute(params![name, shift_key(&name, by), by.num_milliseconds()])?;
    }
    Ok(())
}

/// When this device recorded its newest event.
fn newest_record(connection: &Connection) -> Result<Option<DateTime<Utc>>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT recorded_at FROM events WHERE device = (SELECT value FROM settings WHERE name = 'device')
         ORDER BY device_index DESC LIMIT 1",
    )?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?.map(read_instant))
}
