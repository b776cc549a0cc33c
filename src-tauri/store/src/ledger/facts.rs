//! The facts of an incident, kept as of one of its events and moved on by those that came since.
//!
//! What is kept is never more than [`BEHIND_AT_MOST`] events behind, so catching up is quick. An event that came late, or that a
//! person put back in time, may change what later ones made of the facts: they are folded anew then, without the entries, which
//! the facts only count.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sitrep_core::incident::{EntryFacts, Incident, LIVE_WITHIN};
use sitrep_core::vocabulary::{EventId, IncidentId};

use super::events::{self, Placed};
use super::ids::read_uuid;
use super::shown_handle::handle_of;
use crate::error::StoreError;
use crate::open::Store;

/// The shape in which facts are kept. A build that changes what follows from the events raises it, and all are folded anew.
pub(super) const FORMAT: i64 = 13;
/// How many events may be recorded before the kept facts are moved on.
const BEHIND_AT_MOST: i64 = 64;

/// The facts of an incident as of one of its events.
#[derive(Debug, Clone)]
pub struct KeptFacts {
    /// The facts.
    pub incident: Arc<Incident>,
    /// The position of the last event that is in them.
    pub position: i64,
}

impl Store {
    /// The facts of an incident as they stand, from those that are known already where there are some.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn facts(&self, incident: IncidentId, known: Option<KeptFacts>) -> Result<KeptFacts, StoreError> {
        self.read(|connection| current(connection, incident, known))
    }

    /// The facts folded from all events, with nothing kept: what the kept ones must always be equal to.
    ///
    /// # Errors
    /// [`StoreError`] when the events cannot be read.
    pub fn fold(&self, incident: IncidentId) -> Result<Incident, StoreError> {
        let folded = Incident::fold(&self.events(incident)?).ok_or(StoreError::UnknownIncident)?;
        Ok(folded.shown_as(self.read(|connection| handle_of(connection, incident))?))
    }
}

/// The facts as they stand.
pub(super) fn current(connection: &Connection, id: IncidentId, known: Option<KeptFacts>) -> Result<KeptFacts, StoreError> {
    let kept = match known {
        Some(known) => Some(known),
        None => load(connection, id)?,
    };
    match kept {
        Some(kept) => catch_up(connection, id, kept),
        None => fold_anew(connection, id),
    }
}

/// Moves facts on by events that this file got after the last that is in them.
pub(super) fn advance(connection: &Connection, id: IncidentId, kept: KeptFacts, news: &[Placed]) -> Result<KeptFacts, StoreError> {
    let KeptFacts { incident, mut position } = kept;
    let mut incident = Arc::unwrap_or_clone(incident);
    for Placed { position: at, event, .. } in news {
        if !incident.advance(event) {
            return fold_anew(connection, id);
        }
        position = *at;
    }
    Ok(KeptFacts { incident: Arc::new(incident), position })
}

fn catch_up(connection: &Connection, id: IncidentId, kept: KeptFacts) -> Result<KeptFacts, StoreError> {
    if events::newest_of(connection, id)? == kept.position {
        return Ok(kept);
    }
    let news = events::after(connection, id, kept.position)?;
    advance(connection, id, kept, &news)
}

fn fold_anew(connection: &Connection, id: IncidentId) -> Result<KeptFacts, StoreError> {
    let position = events::newest_of(connection, id)?;
    let events: Vec<_> = events::of_facts(connection, id)?.into_iter().map(|placed| placed.event).collect();
    let mut incident = Incident::fold(&events).ok_or(StoreError::UnknownIncident)?;
    incident.entries = count_entries(connection, id)?;
    for at in events::written_at(connection, id)? {
        incident.worked.add(at);
    }
    let incident = incident.shown_as(handle_of(connection, id)?);
    Ok(KeptFacts { incident: Arc::new(incident), position })
}

fn count_entries(connection: &Connection, id: IncidentId) -> Result<EntryFacts, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, author, amends, id, abs(recorded_at - occurred_at) <= ?2,
                CASE WHEN instr(body, '\"from\":{') THEN json_extract(body, '$.from.author') END FROM events
         WHERE incident = ?1 AND kind IN ('entry', 'entry_removed', 'entry_restored')",
    )?;
    let mut rows = statement.query(params![id.0.to_string(), LIVE_WITHIN.num_milliseconds()])?;
    let mut entries = EntryFacts::default();
    while let Some(row) = rows.next()? {
        let (amends, by): (Option<String>, String) = (row.get(2)?, row.get(3)?);
        match (amends, row.get_ref(0)?.as_str()) {
            (Some(undone), Ok(kind @ ("entry_removed" | "entry_restored"))) => {
                entries.undo(EventId(read_uuid(&undone)), EventId(read_uuid(&by)), kind == "entry_restored");
            }
            _ => {
                entries.add(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?, row.get(4)?);
                row.get_ref(5)?.as_str_or_null().ok().flatten().into_iter().for_each(|first| entries.know(first));
            }
        }
    }
    Ok(entries)
}

/// What is kept, if it is there and of this shape.
fn load(connection: &Connection, id: IncidentId) -> Result<Option<KeptFacts>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT position, body FROM facts WHERE incident = (SELECT number FROM incidents WHERE id = ?1) AND format = ?2")?;
    let kept = statement.query_row(params![id.0.to_string(), FORMAT], |row| {
        let body = row.get_ref(1)?.as_str()?;
        Ok(serde_json::from_str(body).ok().map(|incident| (row.get(0), Arc::new(incident))))
    });
    // Facts that do not read are folded anew; nothing is lost by that.
    let Some((position, incident)) = kept.optional()?.flatten() else { return Ok(None) };
    Ok(Some(KeptFacts { incident, position: position? }))
}

/// Keeps the facts.
pub(super) fn save(transaction: &Transaction<'_>, number: i64, kept: &KeptFacts) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO facts (incident, position, format, body) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (incident) DO UPDATE SET position = ?2, format = ?3, body = ?4",
    )?;
    statement.execute(params![number, kept.position, FORMAT, serde_json::to_string(&*kept.incident)?])?;
    Ok(())
}

/// Whether facts that are kept as of an earlier event are to be moved on now.
pub(super) fn is_far_behind(connection: &Connection, number: i64, newest: i64) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT position FROM facts WHERE incident = ?1")?;
    let position: Option<i64> = statement.query_row([number], |row| row.get(0)).optional()?;
    // Positions are counted over all incidents, so that this is an upper bound.
    Ok(position.is_none_or(|position| newest - position > BEHIND_AT_MOST))
}

/// As [`current`], and kept.
pub(super) fn keep_current(transaction: &Transaction<'_>, id: IncidentId, number: i64) -> Result<(), StoreError> {
    save(transaction, number, &current(transaction, id, None)?)
}
