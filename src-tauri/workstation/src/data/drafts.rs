//! What was typed and not sent yet; it outlives a crash.

use super::workstation::Workstation;
use crate::refusals::Error;

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
    /// [`Error::Store`] when it cannot be written.
    pub fn save_draft(&self, place: &str, text: &str) -> Result<(), Error> {
        Ok(self.lock().store.save_draft(place, text)?)
    }
}
