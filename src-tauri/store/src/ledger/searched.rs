//! What the index of words reads of the ledger: events by their positions over all incidents, and incidents by their numbers.

use rusqlite::{Connection, OptionalExtension};
use sitrep_core::event::Event;
use sitrep_core::vocabulary::{EventId, IncidentId};

use super::events::{self, Placed};
use super::incidents::{self, Numbered};
use crate::error::StoreError;
use crate::open::Store;

/// An event with its position, and what amends it in the order of recording.
#[derive(Debug, Clone)]
pub(crate) struct Amended {
    pub(crate) position: i64,
    pub(crate) event: Event,
    pub(crate) amending: Vec<Event>,
}

impl Store {
    /// The events after a position and up to another, of all incidents.
    pub(crate) fn events_between(&self, after: i64, upto: i64) -> Result<Vec<Amended>, StoreError> {
        self.read(|connection| {
            events::between(connection, after, upto)?.into_iter().map(|placed| with_amending(connection, placed)).collect()
        })
    }

    /// The event at a position.
    pub(crate) fn event_at(&self, position: i64) -> Result<Option<Amended>, StoreError> {
        self.read(|connection| events::at(connection, position)?.map(|placed| with_amending(connection, placed)).transpose())
    }

    /// An event of an incident by its id.
    pub(crate) fn event_by_id(&self, incident: IncidentId, id: EventId) -> Result<Option<Amended>, StoreError> {
        self.read(|connection| events::one(connection, incident, id)?.map(|placed| with_amending(connection, placed)).transpose())
    }

    /// The events of an incident that a clock which was set tells anew: entries have no times but their own.
    pub(crate) fn events_told_by_clocks(&self, incident: IncidentId) -> Result<Vec<Amended>, StoreError> {
        self.read(|connection| {
            events::of_facts(connection, incident)?.into_iter().map(|placed| with_amending(connection, placed)).collect()
        })
    }

    /// What is at a position, without what it says; none where nothing is.
    pub(crate) fn id_at(&self, position: i64) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT id FROM events WHERE position = ?1")?;
            Ok(statement.query_row([position], |row| row.get(0)).optional()?)
        })
    }

    /// The number of an incident.
    pub(crate) fn number_of(&self, incident: IncidentId) -> Result<i64, StoreError> {
        self.read(|connection| incidents::number_of(connection, incident))
    }

    /// The incidents whose numbers come after one, in order, `most` of them.
    pub(crate) fn numbered_after(&self, number: i64, most: usize) -> Result<Vec<Numbered>, StoreError> {
        self.read(|connection| incidents::numbered_after(connection, number, most))
    }

    /// The incident of a number.
    pub(crate) fn numbered(&self, number: i64) -> Result<Option<Numbered>, StoreError> {
        Ok(self.numbered_after(number - 1, 1)?.pop().filter(|found| found.number == number))
    }
}

fn with_amending(connection: &Connection, Placed { position, event, .. }: Placed) -> Result<Amended, StoreError> {
    let amending = events::amending(connection, event.id)?.into_iter().map(|placed| placed.event).collect();
    Ok(Amended { position, event, amending })
}
