//! What was recorded again in another incident, as two were merged or one was split: where else words stand that stand in one.

use std::collections::BTreeSet;

use rusqlite::Connection;
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{EventId, IncidentId};

use super::ids::read_uuid;
use crate::error::StoreError;

/// An event of an incident.
pub(super) type Place = (IncidentId, EventId);

/// Each event that repeats one of another incident, and which.
#[derive(Debug, Default)]
pub(super) struct Repeated(Vec<(Place, Place)>);

impl Repeated {
    /// As of a position. Reads all entries: only who takes words out asks, and has all of the file written anew.
    pub(super) fn read(connection: &Connection, up_to: i64) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached(
            "SELECT incident, id, kind, version, body FROM events
             WHERE position <= ?1 AND kind IN ('entry', 'action_added') AND instr(body, '\"from\":{')",
        )?;
        let mut rows = statement.query([up_to])?;
        let mut repeated = Vec::new();
        while let Some(row) = rows.next()? {
            let [incident, id, kind, body] =
                [0, 1, 2, 4].map(|column| row.get_ref(column).and_then(|value| Ok(value.as_str()?.to_owned())));
            let place = (IncidentId(read_uuid(&incident?)), EventId(read_uuid(&id?)));
            if let Some(origin) = EventBody::read(&kind?, row.get(3)?, &body?).origin() {
                repeated.push((place, (origin.incident, origin.event)));
            }
        }
        Ok(Self(repeated))
    }

    /// An event, what repeats it, and what it repeats, wherever that went on to.
    pub(super) fn events(&self, event: Place) -> BTreeSet<Place> {
        // What is said of an incident as a whole is said of it in each in other words.
        let pairs = self.0.iter().filter(|(_, (incident, event))| incident.0 != event.0).copied();
        connected(event, &pairs.collect::<Vec<_>>())
    }

    /// An incident, and those that have lines of it or of which it has lines, wherever these went on to.
    pub(super) fn incidents(&self, incident: IncidentId) -> BTreeSet<IncidentId> {
        let pairs: Vec<_> = self.0.iter().map(|((here, _), (there, _))| (*here, *there)).collect();
        connected(incident, &pairs)
    }
}

fn connected<T: Ord + Copy>(first: T, pairs: &[(T, T)]) -> BTreeSet<T> {
    let (mut found, mut next) = (BTreeSet::new(), vec![first]);
    while let Some(one) = next.pop() {
        if found.insert(one) {
            next.extend(pairs.iter().filter_map(|(here, there)| match one {
                one if one == *here => Some(*there),
                one if one == *there => Some(*here),
                _ => None,
            }));
        }
    }
    found
}
