//! Marking the review complete, and opening it again.

use std::fs;

use sitrep_core::documents::review::unwritten_sections;
use sitrep_core::event::EventBody;

use crate::data::{Workstation, non_blank};
use crate::refusals::{Error, ReasonNeeded};

impl Workstation {
    /// Marks the review complete: the one that was saved here and written to its end, or one that is written where `written`
    /// says (a file, a link, a page's name).
    ///
    /// # Errors
    /// [`Error::NotResolved`] while the incident is going on, [`Error::ReviewUnwritten`] where none is written.
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
            let written = written.map_or_else(|| self.written_review(&handle), Ok)?;
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

    /// The saved review that somebody has written, the newest first.
    fn written_review(&self, handle: &str) -> Result<String, Error> {
        let saved: Vec<_> =
            self.saved_reviews(handle).into_iter().rev().filter_map(|file| Some((fs::read_to_string(&file).ok()?, file))).collect();
        let mut unwritten = saved.iter().map(|(text, file)| (unwritten_sections(text), file));
        match unwritten.clone().find(|(sections, _)| sections.is_empty()) {
            Some((_, file)) => Ok(file.display().to_string()),
            None => Err(Error::ReviewUnwritten(unwritten.next().map(|(sections, _)| sections))),
        }
    }
}
