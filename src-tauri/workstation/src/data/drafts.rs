//! What was typed and not sent yet; it outlives a crash.

use sitrep_foreign::MB;

use super::workstation::Workstation;
use crate::refusals::Error;

/// How much is kept of one field or form, in bytes: a team's file with what surrounds it.
const DRAFT_AT_MOST: u64 = 8 * MB;

impl Workstation {
    /// What was typed at `place` and not sent.
    ///
    /// # Errors
    /// [`Error::Store`] when it cannot be read.
    pub fn load_draft(&self, place: &str) -> Result<String, Error> {
        Ok(self.lock().store.draft(place)?)
    }

    /// Keeps what is typed at `place`.
    ///
    /// # Errors
    /// [`Error::DraftTooLong`], or [`Error::Store`] when it cannot be written; the draft before it stands then.
    pub fn save_draft(&self, place: &str, text: &str) -> Result<(), Error> {
        let holds = text.len() as u64;
        if holds > DRAFT_AT_MOST {
            return Err(Error::DraftTooLong { holds, at_most: DRAFT_AT_MOST });
        }
        Ok(self.lock().store.save_draft(place, text)?)
    }
}
