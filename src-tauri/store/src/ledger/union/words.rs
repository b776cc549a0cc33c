//! Words that were taken out on one laptop and stand on another.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Transaction, params};
use sitrep_core::bundle::EventLine;
use sitrep_core::text::Redactor;
use sitrep_core::vocabulary::{EventId, IncidentId};

use super::super::events::newest;
use super::super::ids::read_uuid;
use super::super::incidents::number_of;
use super::super::redact::{in_all_texts, in_later_texts};
use super::super::repeated::Repeated;
use super::incoming::Incoming;
use crate::error::StoreError;
use crate::reasons::BundleRefusal;

/// So many words nobody takes out between two exchanges; each of them is looked for in all of its incident.
const AT_MOST: usize = 5_000;

/// Words that were taken out, by the incident in which they stood.
#[derive(Debug, Default)]
pub(super) struct Words {
    of: BTreeMap<IncidentId, OfIncident>,
    /// The events here that lose some of them, as their copies from elsewhere have.
    copies: BTreeSet<EventId>,
}

#[derive(Debug, Default)]
struct OfIncident {
    /// Taken out elsewhere: they go here, too, wherever they stand.
    here: BTreeSet<String>,
    /// Taken out here: they do not come back. What was written here since stays.
    coming: BTreeSet<String>,
}

/// Where an import began to write, so that what came by it can be told from what was here.
pub(super) struct Begun {
    /// The newest event before it.
    pub(super) position: i64,
    /// The newest attached text before it.
    pub(super) text: i64,
}

impl Begun {
    /// Nothing was written yet.
    pub(super) fn now(connection: &Connection) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached("SELECT coalesce(max(rowid), 0) FROM attached_texts")?;
        Ok(Self { position: newest(connection)?, text: statement.query_row([], |row| row.get(0))? })
    }
}

impl Words {
    /// Takes in what was taken out of an event elsewhere.
    pub(super) fn taken_out_of(&mut self, event: &EventLine, words: &[String]) {
        self.copies.insert(event.id);
        self.taken_out_elsewhere(event.incident, words);
    }

    /// Takes in what was taken out elsewhere.
    pub(super) fn taken_out_elsewhere(&mut self, incident: IncidentId, words: &[String]) {
        if !words.is_empty() {
            self.of.entry(incident).or_default().here.extend(words.iter().cloned());
        }
    }

    /// Takes in what was taken out here and stands in what comes.
    pub(super) fn taken_out_here(&mut self, incident: IncidentId, words: &[String]) {
        if !words.is_empty() {
            self.of.entry(incident).or_default().coming.extend(words.iter().cloned());
        }
    }

    /// # Errors
    /// More than anybody takes out.
    pub(super) fn check(&self, incoming: &dyn Incoming) -> Result<(), StoreError> {
        let count: usize = self.of.values().map(|words| words.here.len() + words.coming.len()).sum();
        if count > AT_MOST { Err(incoming.refused(BundleRefusal::TooManyRedactions)) } else { Ok(()) }
    }

    /// How many of the events that were here before lose words.
    pub(super) fn count_here(&self, connection: &Connection, begun: &Begun) -> Result<u64, StoreError> {
        let mut losing = self.copies.clone();
        for (incident, words) in self.wherever(connection, begun.position)?.iter().filter(|(_, words)| !words.here.is_empty()) {
            let words = Redactor::new(&listed(&words.here));
            let mut statement = connection.prepare_cached("SELECT id, body FROM events WHERE incident = ?1 AND position <= ?2")?;
            let mut rows = statement.query(params![incident.0.to_string(), begun.position])?;
            while let Some(row) = rows.next()? {
                let (id, body) = (row.get_ref(0)?.as_str(), row.get_ref(1)?.as_str());
                if words.redact_data(body.map_err(rusqlite::Error::from)?).is_some() {
                    losing.insert(EventId(read_uuid(id.map_err(rusqlite::Error::from)?)));
                }
            }
        }
        Ok(losing.len() as u64)
    }

    /// Takes the words out of where they stand. Gives the incidents of which something was rewritten, each with the words that went here.
    pub(super) fn take_out(&self, transaction: &Transaction<'_>, begun: &Begun) -> Result<BTreeMap<IncidentId, Vec<String>>, StoreError> {
        let mut rewritten = BTreeMap::new();
        for (incident, words) in &self.wherever(transaction, newest(transaction)?)? {
            let here = listed(&words.here);
            let mut places = if here.is_empty() { 0 } else { in_all_texts(transaction, *incident, &here)? };
            places += in_later_texts(transaction, *incident, &listed(&words.coming), (begun.position, begun.text))?;
            // Where no other event held them, what was saved of the incident beside the database may.
            if places > 0 || !here.is_empty() {
                rewritten.insert(*incident, here);
            }
        }
        Ok(rewritten)
    }

    /// The words also of the incidents that share lines with theirs, since a merge or a split.
    fn wherever(&self, connection: &Connection, up_to: i64) -> Result<BTreeMap<IncidentId, OfIncident>, StoreError> {
        let mut all: BTreeMap<IncidentId, OfIncident> = BTreeMap::new();
        let repeated = if self.of.is_empty() { Repeated::default() } else { Repeated::read(connection, up_to)? };
        for (incident, words) in &self.of {
            let here = repeated.incidents(*incident).into_iter().filter(|other| other == incident || is_here(connection, *other));
            for other in here {
                let of_other = all.entry(other).or_default();
                of_other.here.extend(words.here.iter().cloned());
                of_other.coming.extend(words.coming.iter().cloned());
            }
        }
        Ok(all)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.of.is_empty()
    }
}

fn is_here(connection: &Connection, incident: IncidentId) -> bool {
    number_of(connection, incident).is_ok()
}

fn listed(words: &BTreeSet<String>) -> Vec<String> {
    words.iter().cloned().collect()
}
