//! Taking a merge back.

use sitrep_core::documents::merging::{taken_back, taken_home};
use sitrep_core::vocabulary::IncidentId;

use super::record::{KeptTexts, Read};
use crate::data::Workstation;
use crate::refusals::{Error, MergeRefusal};

impl Workstation {
    /// Takes a merge back: what it recorded in the other incident leaves its timeline and its action items, and this one stands for itself
    /// again. Answers which the other is. Can be done again where it was cut off.
    ///
    /// # Errors
    /// [`MergeRefusal::NotMerged`].
    pub fn undo_merge(&self, handle: &str) -> Result<String, Error> {
        let from = self.read_whole(handle)?;
        let withdrawal = from.incident.withdrawn.as_ref();
        let into = withdrawal.and_then(|withdrawal| withdrawal.into).ok_or(MergeRefusal::NotMerged)?;
        let other = self.handle_of(into);
        if let Some(target) = self.read_if_there(into)? {
            self.leave(&from, &target)?;
        }
        self.undo_withdrawal(&from.incident.handle)?;
        Ok(other)
    }

    pub(super) fn leave(&self, from: &Read, target: &Read) -> Result<(), Error> {
        let none = KeptTexts::new();
        self.decide_on_whole(&from.incident.handle, &none, |from| taken_home(from, target.side()))?;
        self.decide_on_whole(&target.incident.handle, &none, |into| taken_back(from.side(), into)).map(|_| ())
    }

    /// A copy of the data may have only one of the two.
    fn read_if_there(&self, id: IncidentId) -> Result<Option<Read>, Error> {
        let row = self.lock().store.incident(id);
        match row {
            Ok(row) => self.read_whole(&row.summary.handle).map(Some),
            Err(sitrep_store::StoreError::UnknownIncident) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}
