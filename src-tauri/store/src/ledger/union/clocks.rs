//! Jumps of clocks that come in and that no event tells.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sitrep_core::bundle::ClockLine;

use super::super::incidents;
use super::incoming::Incoming;
use super::stored;
use crate::error::StoreError;
use crate::reasons::{BundleRefusal, Contradiction};

/// Those of an incident's jumps that are not here.
pub(super) fn new_ones(connection: &Connection, incoming: &dyn Incoming, comes: &[ClockLine]) -> Result<Vec<ClockLine>, StoreError> {
    let mut new = Vec::new();
    for clock in comes {
        match kept(connection, clock)? {
            None => new.push(*clock),
            Some(millis) if millis == clock.millis || is_told(connection, clock)? => {}
            Some(_) => return Err(incoming.refused(BundleRefusal::Contradicts(Contradiction::Clock(clock.device)))),
        }
    }
    Ok(new)
}

/// What an event tells of a clock counts for more.
fn is_told(connection: &Connection, clock: &ClockLine) -> Result<bool, StoreError> {
    let event = stored::numbered(connection, clock.device, clock.device_index)?;
    let event = event.map(|id| stored::one(connection, id)).transpose()?.flatten();
    Ok(event.is_some_and(|event| event.kind == "clock_set"))
}

fn kept(connection: &Connection, clock: &ClockLine) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT millis FROM clock_jumps
         WHERE incident = (SELECT number FROM incidents WHERE id = ?1) AND device = ?2 AND device_index = ?3",
    )?;
    let of = params![clock.incident.0.to_string(), clock.device.to_string(), clock.device_index];
    Ok(statement.query_row(of, |row| row.get(0)).optional()?)
}

pub(super) fn add(transaction: &Transaction<'_>, clock: &ClockLine) -> Result<(), StoreError> {
    let number = incidents::number_of(transaction, clock.incident)?;
    let mut statement =
        transaction.prepare_cached("INSERT INTO clock_jumps (incident, device, device_index, millis) VALUES (?1, ?2, ?3, ?4)")?;
    statement.execute(params![number, clock.device.to_string(), clock.device_index, clock.millis])?;
    Ok(())
}
