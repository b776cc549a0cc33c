//! Marking the review complete, and opening it again.

use std::fs;

use sitrep_core::documents::review::{still_to_write, unwritten_sections};
use sitrep_core::event::EventBody;

use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

/// Where a review is written that is written in its own pane.
const HERE: &str = "in Sitrep";

impl Workstation {
    /// Marks the review complete: the one that is written here to its end, one that was saved and written there, or one that is written where `written`
    /// says (a file, a link, a page's name).
    ///
    /// # Errors
    /// [`Error::NotResolved`] while the incident is going on, [`Error::ReviewUnwritten`] where a section is open.
    pub fn complete_review(&self, handle: &str, written: Option<&str>) -> Result<(), Error> {
        let handle = self.find(Some(handle))?.summary.handle;
        let written = non_blank(written);
        self.decide(&handle, |incident, _| {
            if incident.is_active() {
                return Err(Error::NotResolved);
            }
            if incident.review_published_at.is_some() {
                return Ok(vec![]);
            }
            let open = still_to_write(incident, &self.review_sections());
            let here = open.is_empty().then(|| HERE.to_owned());
            let written = written.or(here).or_else(|| self.written_review(&handle)).ok_or(Error::ReviewUnwritten(open))?;
            Ok(vec![EventBody::ReviewCompleted { written }.into()])
        })
        .map(|_| ())
    }

    /// Opens a review again that was marked complete; it is owed anew.
    ///
    /// # Errors
    /// [`Error::ReasonNeeded`] without a reason.
    pub fn reopen_review(&self, handle: &str, reason: Option<&str>) -> Result<(), Error> {
        let reason = non_blank(reason);
        self.decide(handle, |incident, _| {
            if incident.review_published_at.is_none() {
                return Ok(vec![]);
            }
            let reason = reason.ok_or(Error::ReasonNeeded(ReasonNeeded::ReopenedReview))?;
            Ok(vec![EventBody::ReviewReopened { reason }.into()])
        })
        .map(|_| ())
    }

    /// The saved review that somebody has written to its end, the newest first.
    fn written_review(&self, handle: &str) -> Option<String> {
        let saved = self.saved_reviews(handle).into_iter().rev();
        let mut written = saved.filter(|file| fs::read_to_string(file).is_ok_and(|text| unwritten_sections(&text).is_empty()));
        written.next().map(|file| file.display().to_string())
    }
}
