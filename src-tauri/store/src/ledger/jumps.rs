//! Where clocks were set in the course of an incident, kept so that each event is read as the clock tells it since.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, Transaction, params};
use sitrep_core::event::{Event, EventBody, shifts};
use sitrep_core::vocabulary::IncidentId;

use crate::error::StoreError;

/// The jumps of one device's clock: where each stands among its events, and by how much what lies between them is moved.
#[derive(Default)]
struct OfDevice {
    /// The number of the first event that was recorded after each.
    indexes: Vec<i64>,
    jumps: Vec<TimeDelta>,
    shifts: Vec<TimeDelta>,
}

impl OfDevice {
    fn shift_at(&self, device_index: i64) -> TimeDelta {
        let passed = self.indexes.iter().filter(|jump| **jump <= device_index).count();
        self.shifts.get(passed).copied().unwrap_or_default()
    }
}

/// The clocks of the devices that recorded an incident.
pub(super) struct Clocks(HashMap<String, OfDevice>);

impl Clocks {
    /// An event of the incident, by its number on its device, as the clock of that tells it now.
    pub(super) fn tell(&self, device_index: i64, event: Event) -> Event {
        let by = self.shift_of(device_index, &event.device);
        event.shifted(by)
    }

    /// When a device recorded the event of a number, as its clock tells it now.
    pub(super) fn tell_time(&self, device_index: i64, device: &str, recorded_at: DateTime<Utc>) -> DateTime<Utc> {
        recorded_at.checked_add_signed(self.shift_of(device_index, device)).unwrap_or(recorded_at)
    }

    fn shift_of(&self, device_index: i64, device: &str) -> TimeDelta {
        self.0.get(device).map(|clock| clock.shift_at(device_index)).unwrap_or_default()
    }
}

/// The clocks as they were set in the course of an incident.
pub(super) fn of(connection: &Connection, incident: IncidentId) -> Result<Clocks, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT device, device_index, millis FROM clock_jumps
         WHERE incident = (SELECT number FROM incidents WHERE id = ?1) ORDER BY device, device_index",
    )?;
    let mut rows = statement.query([incident.0.to_string()])?;
    let mut clocks: HashMap<String, OfDevice> = HashMap::new();
    while let Some(row) = rows.next()? {
        let clock = clocks.entry(row.get(0)?).or_default();
        clock.indexes.push(row.get(1)?);
        clock.jumps.push(TimeDelta::try_milliseconds(row.get(2)?).unwrap_or_default());
    }
    for clock in clocks.values_mut() {
        clock.shifts = shifts(&clock.jumps);
    }
    Ok(Clocks(clocks))
}

/// Keeps a jump, if an event is one, and says whether.
pub(super) fn keep(transaction: &Transaction<'_>, number: i64, device_index: i64, event: &Event) -> Result<bool, StoreError> {
    let EventBody::ClockSet { millis } = event.body else { return Ok(false) };
    let mut statement = transaction.prepare_cached(
        "INSERT INTO clock_jumps (incident, device, device_index, millis) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (incident, device, device_index) DO UPDATE SET millis = ?4",
    )?;
    statement.execute(params![number, event.device, device_index, millis])?;
    Ok(true)
}
