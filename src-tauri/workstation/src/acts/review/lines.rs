//! Choosing, starring and marking lines of the timeline for the review.

use sitrep_core::event::ReviewEdit;
use sitrep_core::incident::LineMarks;
use sitrep_core::vocabulary::{EventId, MomentMarker};

use super::edit_of;
use crate::data::{Workstation, non_blank};
use crate::refusals::Error;

impl Workstation {
    /// Says whether a line of the timeline stands in the review.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] where there is no such line.
    pub fn choose_line(&self, handle: &str, id: EventId, chosen: bool) -> Result<(), Error> {
        self.mark(handle, id, |marks| (marks.chosen != chosen).then_some(ReviewEdit::LineChosen { chosen }))
    }

    /// Says whether a line of the timeline is a key one.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] where there is no such line.
    pub fn star_line(&self, handle: &str, id: EventId, starred: bool) -> Result<(), Error> {
        self.mark(handle, id, |marks| (marks.starred != starred).then_some(ReviewEdit::LineStarred { starred }))
    }

    /// Marks a line of the timeline, with the answer to what the marker asks; without a marker the mark is taken away.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] where there is no such line.
    pub fn mark_line(&self, handle: &str, id: EventId, marker: Option<MomentMarker>, answer: Option<&str>) -> Result<(), Error> {
        let answer = non_blank(answer).filter(|_| marker.is_some());
        self.mark(handle, id, |marks| {
            (marks.marker != marker || marks.answer != answer).then_some(ReviewEdit::LineMarked { marker, answer })
        })
    }

    fn mark(&self, handle: &str, id: EventId, edit: impl FnOnce(&LineMarks) -> Option<ReviewEdit>) -> Result<(), Error> {
        self.decide_on_ledger(handle, |standing, _| {
            if !standing.has_line(id)? {
                return Err(Error::UnknownEvent);
            }
            let marks = standing.incident.review.lines.get(&id).cloned().unwrap_or_default();
            Ok(edit(&marks).into_iter().map(|edit| edit_of(id, edit)).collect())
        })
        .map(|_| ())
    }
}
