//! Merging an incident into another that it is a part of.

use serde::Serialize;
use sitrep_core::documents::merging::merged;
use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::becomes_security;
use sitrep_core::vocabulary::{Audience, IncidentId, Severity};
use sitrep_store::NewEvent;
use ts_rs::TS;

use super::record::Read;
use crate::data::Workstation;
use crate::refusals::{Error, MergeRefusal};

/// An incident that became a part of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Merged {
    /// The one that was merged.
    pub handle: String,
    /// The one that it is a part of.
    pub into: String,
    /// How many lines and action items were recorded there.
    pub recorded: u32,
    /// Who was told of the merged one, and so is to hear where it goes on.
    pub owed: Vec<Audience>,
    /// How bad the merged one was, where that is worse than the other is.
    pub worse: Option<Severity>,
}

impl Workstation {
    /// Merges an incident into another: what its timeline tells, and what is still to be done, is recorded there with its own times, and it
    /// is withdrawn. Can be done again where it was cut off.
    ///
    /// # Errors
    /// [`MergeRefusal`], [`Error::AlreadyWithdrawn`], or why one of the two was not found.
    pub fn merge(&self, handle: &str, into: &str) -> Result<Merged, Error> {
        let (from, target) = (self.read_whole(handle)?, self.read_whole(into)?);
        self.check_merge(&from.incident, &target.incident)?;
        let recorded = self.record_in(&from, &target)?;
        let decided = self.withdraw_into(&from.incident.handle, &target.incident)?;
        let stands_in = decided.withdrawn.as_ref().and_then(|withdrawal| withdrawal.into);
        if stands_in != Some(target.incident.id) {
            return self.too_late(&from, &target, stands_in);
        }
        Ok(Merged {
            handle: decided.handle.clone(),
            into: target.incident.handle.clone(),
            recorded,
            owed: decided.owed_a_word().into_iter().collect(),
            worse: Some(from.incident.severity).filter(|severity| severity.is_worse_than(target.incident.severity)),
        })
    }

    /// Somebody else merged or withdrew it meanwhile: what was recorded leaves the other again.
    fn too_late(&self, from: &Read, target: &Read, stands_in: Option<IncidentId>) -> Result<Merged, Error> {
        self.leave(from, &self.read_whole(&target.incident.handle)?)?;
        Err(stands_in.map_or(Error::AlreadyWithdrawn, |id| MergeRefusal::Already(self.handle_of(id)).into()))
    }

    fn check_merge(&self, from: &Incident, into: &Incident) -> Result<(), Error> {
        if from.id == into.id {
            return Err(MergeRefusal::IntoItself.into());
        }
        match from.withdrawn.as_ref().map(|withdrawal| withdrawal.into) {
            Some(Some(into)) => return Err(MergeRefusal::Already(self.handle_of(into)).into()),
            Some(None) => return Err(Error::AlreadyWithdrawn),
            None => {}
        }
        if into.withdrawn.is_some() { Err(MergeRefusal::IntoWithdrawn(into.handle.clone()).into()) } else { Ok(()) }
    }

    /// The handle of an incident, or words where it is not at hand.
    pub(crate) fn handle_of(&self, id: IncidentId) -> String {
        self.lock().store.incident(id).map_or_else(|_| "another incident".to_owned(), |row| row.summary.handle)
    }

    fn record_in(&self, from: &Read, into: &Read) -> Result<u32, Error> {
        let me = self.lock().author()?;
        let going = merged(from.side(), into.side(), &me);
        let texts = self.keep_texts(&from.incident, &into.incident, &going)?;
        let decided = self.decide_on_whole(&into.incident.handle, &texts, |into| merged(from.side(), into, &me))?;
        if let Some(because) = from.incident.security.clone().filter(|_| decided.incident.security.is_none()) {
            self.record(&into.incident.handle, |into| becomes_security(into, because))?;
        }
        Ok(u32::try_from(decided.ids.len()).unwrap_or(u32::MAX))
    }

    fn withdraw_into(&self, handle: &str, into: &Incident) -> Result<std::sync::Arc<Incident>, Error> {
        let reason = format!("it is a part of {} ({})", into.title, into.handle);
        let body = EventBody::Withdrawn { reason, into: Some(into.id) };
        let decided =
            self.decide(handle, |incident, _| Ok(incident.withdrawn.is_none().then(|| NewEvent::from(body)).into_iter().collect()))?;
        Ok(decided.incident)
    }
}
