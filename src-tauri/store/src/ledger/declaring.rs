//! Declaring an incident whose first events are named by others: all in the transaction that declares it.

use chrono::{DateTime, Utc};
use rusqlite::Transaction;
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::{AttachedText, EventId, IncidentId};

use super::append::{Appended, OtherIncidents, insert_all, keep};
use super::attached_texts;
use super::events::{NewEvent, Placed, Recorder};
use super::facts::{self, KeptFacts};
use super::ids::new_id;
use super::incidents::{self, Name};
use crate::error::StoreError;
use crate::open::Store;

/// An incident that is being declared.
pub struct Declaring<'a> {
    transaction: &'a Transaction<'a>,
    by: Recorder<'a>,
    number: i64,
    facts: KeptFacts,
    placed: Vec<Placed>,
}

impl<'a> Declaring<'a> {
    fn begin(transaction: &'a Transaction<'a>, by: Recorder<'a>, news: Vec<NewEvent>) -> Result<Self, StoreError> {
        let handle = news.iter().find_map(|new| if let EventBody::Declared { handle, .. } = &new.body { Some(handle) } else { None });
        let handle = handle.ok_or(StoreError::UnknownIncident)?;
        let number = incidents::add(transaction, by.incident, &Name { handle, declared_as: handle }, by.now)?;
        let placed = insert_all(transaction, &by, number, news)?;
        let facts = facts::current(transaction, by.incident, None)?;
        Ok(Self { transaction, by, number, facts, placed })
    }

    /// The facts as they stand.
    #[must_use]
    pub fn incident(&self) -> &Incident {
        &self.facts.incident
    }

    /// Appends events, and says which they are.
    ///
    /// # Errors
    /// [`StoreError`]; nothing is declared then.
    pub fn append(&mut self, news: Vec<NewEvent>) -> Result<Vec<EventId>, StoreError> {
        let placed = insert_all(self.transaction, &self.by, self.number, news)?;
        self.facts = facts::advance(self.transaction, self.by.incident, self.facts.clone(), &placed)?;
        let ids = placed.iter().map(|placed| placed.event.id).collect();
        self.placed.extend(placed);
        Ok(ids)
    }

    /// Keeps a text for an entry that is to come, as a person sees it.
    ///
    /// # Errors
    /// [`StoreError`]; nothing is declared then.
    pub fn keep_text(&self, name: &str, text: &str) -> Result<AttachedText, StoreError> {
        attached_texts::keep(self.transaction, self.by.incident, self.by.now, name, text)
    }

    fn finish(self) -> Result<Appended, StoreError> {
        keep(self.transaction, self.number, self.facts, &self.placed, self.by.now)
    }
}

impl Store {
    /// Declares what `decide` returns on the incidents that are there, and what `then` appends to that, in one transaction. Durable when this
    /// returns.
    ///
    /// # Errors
    /// The error of either, or a [`StoreError`]; nothing was declared then, but for [`StoreError::Uncertain`], after which it may stand.
    pub fn declare_and<E: From<StoreError>>(
        &mut self,
        author: &str,
        now: DateTime<Utc>,
        decide: impl FnOnce(&OtherIncidents<'_>) -> Result<Vec<NewEvent>, E>,
        then: impl FnOnce(&mut Declaring<'_>) -> Result<(), E>,
    ) -> Result<Appended, E> {
        let mut refusal = None;
        let done = self.write(|transaction| {
            let by = Recorder { incident: IncidentId(new_id(now)), author, now };
            let told = decide(&OtherIncidents(transaction)).and_then(|news| {
                let mut declaring = Declaring::begin(transaction, by, news)?;
                then(&mut declaring)?;
                Ok(declaring.finish()?)
            });
            // What was written so far is taken back by that.
            told.map_err(|why| {
                refusal = Some(why);
                StoreError::UnknownIncident
            })
        });
        match refusal {
            Some(why) => Err(why),
            None => Ok(done?),
        }
    }
}
