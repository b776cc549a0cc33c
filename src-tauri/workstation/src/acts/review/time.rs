//! Saying when the review is, and giving that to a calendar.

use sitrep_core::documents::invitation;
use sitrep_core::event::EventBody;
use sitrep_core::incident::ScheduledReview;
use sitrep_core::text::parse_ahead;
use sitrep_store::{make_private_folder, write_whole};

use crate::data::{Workstation, names};
use crate::refusals::Error;

impl Workstation {
    /// Schedules the review, or moves it: when, as typed, and who is invited, their names with commas between them.
    ///
    /// # Errors
    /// [`Error::ReviewTime`] for what is no time, or is over.
    pub fn schedule_review(&self, handle: &str, at: &str, with: &str) -> Result<(), Error> {
        let to = ScheduledReview { at: parse_ahead(at, self.wall_clock())?, with: names(with) };
        self.decide(handle, |incident, _| {
            let is_so = incident.review_scheduled.as_ref() == Some(&to);
            Ok(if is_so { vec![] } else { vec![EventBody::ReviewScheduled { at: to.at, with: to.with }.into()] })
        })
        .map(|_| ())
    }

    /// When the review is, if somebody said so.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn scheduled_review(&self, handle: &str) -> Result<Option<ScheduledReview>, Error> {
        Ok(self.facts_of(handle)?.review_scheduled.clone())
    }

    /// Writes the review's entry for a calendar into the data folder, and says where it is.
    ///
    /// # Errors
    /// [`Error::NotScheduled`] before it is, [`Error::File`] when it cannot be written.
    pub fn save_invitation(&self, handle: &str) -> Result<String, Error> {
        let incident = self.facts_of(handle)?;
        let text = invitation(&incident, self.now()).ok_or(Error::NotScheduled)?;
        let folder = self.folders.reviews();
        make_private_folder(&folder).map_err(Error::File)?;
        let path = folder.join(format!("{}.ics", incident.handle));
        write_whole(&path, text.as_bytes()).map_err(Error::File)?;
        Ok(path.display().to_string())
    }
}
