//! Withdrawing what was declared by mistake, and bringing it back.

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::Audience;

use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

impl Workstation {
    /// Withdraws an incident that was none: it is kept, asks for nothing more and stands in no list. Answers who was told of it, and
    /// so is owed a word.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] without a reason, [`Error::AlreadyWithdrawn`].
    pub fn withdraw(&self, handle: &str, reason: Option<&str>) -> Result<Vec<Audience>, Error> {
        let reason = non_blank(reason).ok_or(Error::ReasonNeeded(ReasonNeeded::Withdrawal))?;
        let decided = self.decide(handle, |incident, _| match incident.withdrawn {
            Some(_) => Err(Error::AlreadyWithdrawn),
            None => Ok(vec![EventBody::Withdrawn { reason, into: None }.into()]),
        })?;
        Ok(decided.incident.owed_a_word().into_iter().collect())
    }

    /// Brings back what was withdrawn, as it stood; what was merged into another leaves that one.
    ///
    /// # Errors
    /// [`Error::NotWithdrawn`].
    pub fn bring_back(&self, handle: &str) -> Result<(), Error> {
        let into = self.facts_of(handle)?.withdrawn.as_ref().and_then(|withdrawal| withdrawal.into);
        match into {
            Some(_) => self.undo_merge(handle).map(|_| ()),
            None => self.undo_withdrawal(handle),
        }
    }

    pub(super) fn undo_withdrawal(&self, handle: &str) -> Result<(), Error> {
        self.decide(handle, |incident, _| match incident.withdrawn {
            Some(_) => Ok(vec![EventBody::BroughtBack.into()]),
            None => Err(Error::NotWithdrawn),
        })
        .map(|_| ())
    }
}
