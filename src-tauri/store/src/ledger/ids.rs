//! Identities, which tell the order in which events were recorded.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use rusqlite::Transaction;
use sitrep_core::vocabulary::EventId;
use uuid::{ContextV7, Timestamp, Uuid};

use crate::error::StoreError;

/// One sequence for the whole process, so that ids of the same millisecond still sort as they were made.
static SEQUENCE: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// A new identity, UUIDv7.
pub(super) fn new_id(now: DateTime<Utc>) -> Uuid {
    let sequence = SEQUENCE.lock().unwrap_or_else(PoisonError::into_inner);
    Uuid::new_v7(Timestamp::from_unix(&*sequence, now.timestamp().max(0).unsigned_abs(), now.timestamp_subsec_nanos()))
}

/// An id after all that were given before, also by other processes and where the clock was set back since.
pub(super) fn next_event_id(transaction: &Transaction<'_>, now: DateTime<Utc>) -> Result<EventId, StoreError> {
    let mut statement = transaction.prepare_cached("SELECT max(id) FROM events")?;
    let last: Option<String> = statement.query_row([], |row| row.get(0))?;
    let id = new_id(now);
    let last = last.as_deref().map(read_uuid).filter(|last| *last >= id);
    Ok(EventId(last.map_or(id, |last| Uuid::from_u128(last.as_u128() + 1))))
}

/// Only this crate writes ids, so one that does not read is damage; the nil id belongs to nothing.
pub(super) fn read_uuid(text: &str) -> Uuid {
    Uuid::parse_str(text).unwrap_or(Uuid::nil())
}
