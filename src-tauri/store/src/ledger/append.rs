//! Appending: load the facts, decide on them, insert, move on what is kept. All in one transaction.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction};
use sitrep_core::documents::timeline::has_line;
use sitrep_core::event::{Event, EventBody};
use sitrep_core::incident::{Entry, Incident};
use sitrep_core::vocabulary::{EventId, IncidentId};

use super::events::{self, NewEvent, Placed, Recorder};
use super::facts::{self, KeptFacts};
use super::incidents::{self, IncidentRow};
use super::{jumps, lines};
use crate::error::StoreError;
use crate::open::Store;

/// What a rule decides on: the facts, and what of the ledger they do not hold. It stays true until the decision is appended.
pub struct Standing<'a> {
    /// The facts.
    pub incident: &'a Incident,
    connection: &'a Connection,
}

impl Standing<'_> {
    /// An entry that stands, as it reads after its edits.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn entry(&self, id: EventId) -> Result<Option<Entry>, StoreError> {
        let Some(Placed { event, .. }) = events::one(self.connection, self.incident.id, id)? else { return Ok(None) };
        let edits: Vec<_> = events::amending(self.connection, id)?.into_iter().map(|placed| placed.event).collect();
        Ok(Entry::read(&event, &edits))
    }

    /// All events of the incident, in the order in which they were recorded.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn events(&self) -> Result<Vec<Event>, StoreError> {
        events::all(self.connection, self.incident.id)
    }

    /// Whether an event wrote a line of the timeline.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn has_line(&self, id: EventId) -> Result<bool, StoreError> {
        let written = events::one(self.connection, self.incident.id, id)?;
        Ok(written.is_some_and(|placed| has_line(&placed.event.body)))
    }

    /// Whether an entry was undone and could be brought back.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn is_undone(&self, id: EventId) -> Result<bool, StoreError> {
        let written = events::one(self.connection, self.incident.id, id)?;
        let is_entry = written.is_some_and(|placed| matches!(placed.event.body, EventBody::Entry { .. }));
        Ok(is_entry && self.entry(id)?.is_none())
    }
}

/// What a declaration is decided on: the incidents that are there, and stay there until it is recorded.
pub struct OtherIncidents<'a>(pub(super) &'a Connection);

impl OtherIncidents<'_> {
    /// Whether another incident has this handle; one that cannot be looked up counts as free, and the ledger still refuses it twice.
    #[must_use]
    pub fn is_taken(&self, handle: &str) -> bool {
        incidents::is_taken(self.0, handle).unwrap_or(false)
    }

    /// Those that go on, and of those that ended the last, `most` of them.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn active_and_ended(&self, most: usize) -> Result<Vec<IncidentRow>, StoreError> {
        incidents::active_and_ended(self.0, most)
    }
}

/// What was appended, and how the incident stands after it.
#[derive(Debug, Clone)]
pub struct Appended {
    /// The facts after it.
    pub facts: KeptFacts,
    /// The events, in order; none when there was nothing to record.
    pub ids: Vec<EventId>,
}

impl Store {
    /// Declares what `decide` returns on the incidents that are there, in one transaction with that. Durable when this returns.
    ///
    /// # Errors
    /// The error of `decide`, or a [`StoreError`]; nothing was declared then, but for [`StoreError::Uncertain`], after which it may stand.
    pub fn declare<E: From<StoreError>>(
        &mut self,
        author: &str,
        now: DateTime<Utc>,
        decide: impl FnOnce(&OtherIncidents<'_>) -> Result<Vec<NewEvent>, E>,
    ) -> Result<Appended, E> {
        self.declare_and(author, now, decide, |_| Ok(()))
    }

    /// Loads an incident, lets `decide` choose what to append, appends it: all in one transaction, so that what was decided
    /// on is still true. Durable when this returns.
    ///
    /// # Errors
    /// The error of `decide`, or a [`StoreError`]; nothing was appended then, but for [`StoreError::Uncertain`], after which it may stand.
    pub fn append<E: From<StoreError>>(
        &mut self,
        incident: IncidentId,
        author: &str,
        now: DateTime<Utc>,
        decide: impl FnOnce(&Standing<'_>) -> Result<Vec<NewEvent>, E>,
    ) -> Result<Appended, E> {
        let by = Recorder { incident, author, now };
        let done = self.write(|transaction| {
            let before = facts::current(transaction, incident, None)?;
            let news = match decide(&Standing { incident: &before.incident, connection: transaction }) {
                Ok(news) => news,
                Err(refusal) => return Ok(Err(refusal)),
            };
            if news.is_empty() {
                return Ok(Ok(Appended { facts: before, ids: Vec::new() }));
            }
            let number = incidents::number_of(transaction, incident)?;
            let placed = insert_all(transaction, &by, number, news)?;
            let after = facts::advance(transaction, incident, before, &placed)?;
            keep(transaction, number, after, &placed, now).map(Ok)
        });
        done?
    }

    /// Appends an event that depends on no fact, such as an entry, without reading the incident. Durable when this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was appended then, but for [`StoreError::Uncertain`], after which it may stand.
    pub fn append_entry(&mut self, incident: IncidentId, author: &str, now: DateTime<Utc>, new: NewEvent) -> Result<EventId, StoreError> {
        let by = Recorder { incident, author, now };
        self.write(|transaction| {
            let number = incidents::number_of(transaction, incident)?;
            let placed = insert_one(transaction, &by, number, new)?;
            incidents::touch(transaction, number, now)?;
            if facts::is_far_behind(transaction, number, placed.position)? {
                facts::keep_current(transaction, incident, number)?;
            }
            Ok(placed.event.id)
        })
    }
}

/// Records what follows from something else than the facts of an incident.
pub(super) fn record(transaction: &Transaction<'_>, by: &Recorder<'_>, news: Vec<NewEvent>) -> Result<Appended, StoreError> {
    let number = incidents::number_of(transaction, by.incident)?;
    let placed = insert_all(transaction, by, number, news)?;
    let facts = facts::current(transaction, by.incident, None)?;
    keep(transaction, number, facts, &placed, by.now)
}

pub(super) fn insert_all(
    transaction: &Transaction<'_>,
    by: &Recorder<'_>,
    number: i64,
    news: Vec<NewEvent>,
) -> Result<Vec<Placed>, StoreError> {
    news.into_iter().map(|new| insert_one(transaction, by, number, new)).collect()
}

fn insert_one(transaction: &Transaction<'_>, by: &Recorder<'_>, number: i64, new: NewEvent) -> Result<Placed, StoreError> {
    let placed = events::insert(transaction, by, new)?;
    lines::place(transaction, number, &placed)?;
    if jumps::keep(transaction, number, placed.device_index, &placed.event)? {
        lines::write_anew(transaction, number, &events::after(transaction, by.incident, 0)?)?;
    }
    Ok(placed)
}

pub(super) fn keep(
    transaction: &Transaction<'_>,
    number: i64,
    facts: KeptFacts,
    placed: &[Placed],
    now: DateTime<Utc>,
) -> Result<Appended, StoreError> {
    facts::save(transaction, number, &facts)?;
    let by_person = placed.iter().any(|placed| placed.event.body.is_of_a_person());
    incidents::save(transaction, number, &facts.incident, by_person.then_some(now))?;
    Ok(Appended { facts, ids: placed.iter().map(|placed| placed.event.id).collect() })
}
