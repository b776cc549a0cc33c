//! Which reminders were shown: claimed, shown, then marked. At least once, twice at most.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::params;
use sitrep_core::procedure::Stage;

use crate::error::StoreError;
use crate::open::Store;

/// A claim that was not marked shown within this time belongs to a process that died.
const CLAIM_HOLDS: TimeDelta = TimeDelta::seconds(15);
const ATTEMPTS_AT_MOST: u32 = 2;

/// What became of asking for a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It is this process's to show.
    Ours,
    /// Another process is about to show it.
    Held,
    /// It was shown, or tried as often as it may be.
    Settled,
}

impl Store {
    /// Claims a reminder for this process.
    ///
    /// # Errors
    /// [`StoreError`]; it is not claimed then.
    pub fn claim_reminder(&mut self, deadline: &str, stage: Stage, now: DateTime<Utc>) -> Result<Claim, StoreError> {
        self.write(|transaction| {
            let changed = transaction.execute(
                "INSERT INTO reminders (deadline, stage, claimed_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (deadline, stage) DO UPDATE SET claimed_at = ?3, attempts = attempts + 1
                 WHERE shown_at IS NULL AND attempts < ?4 AND abs(?3 - claimed_at) > ?5",
                params![deadline, stage.0, now.timestamp_millis(), ATTEMPTS_AT_MOST, CLAIM_HOLDS.num_milliseconds()],
            )?;
            if changed == 1 {
                return Ok(Claim::Ours);
            }
            let settled: bool = transaction.query_row(
                "SELECT shown_at IS NOT NULL OR attempts >= ?3 FROM reminders WHERE deadline = ?1 AND stage = ?2",
                params![deadline, stage.0, ATTEMPTS_AT_MOST],
                |row| row.get(0),
            )?;
            Ok(if settled { Claim::Settled } else { Claim::Held })
        })
    }

    /// Marks a claimed reminder as shown.
    ///
    /// # Errors
    /// [`StoreError`]; it may then be shown once more.
    pub fn mark_reminder_shown(&mut self, deadline: &str, stage: Stage, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "UPDATE reminders SET shown_at = ?3 WHERE deadline = ?1 AND stage = ?2",
                params![deadline, stage.0, now.timestamp_millis()],
            )?;
            Ok(())
        })
    }
}
