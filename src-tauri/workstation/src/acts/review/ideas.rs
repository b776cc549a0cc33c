//! Ideas of the review, and making an action item of one.

use sitrep_core::event::{EventBody, ReviewEdit};
use sitrep_core::incident::{Idea, Incident};
use sitrep_core::vocabulary::EventId;

use super::edit_of;
use crate::acts::ActionInput;
use crate::data::{Workstation, non_blank};
use crate::refusals::Error;

impl Workstation {
    /// Notes an idea.
    ///
    /// # Errors
    /// [`Error::Empty`] without words.
    pub fn add_idea(&self, handle: &str, text: &str) -> Result<(), Error> {
        let text = non_blank(Some(text)).ok_or(Error::Empty("the idea"))?;
        self.decide(handle, |_, _| Ok(vec![EventBody::ReviewEdited(ReviewEdit::IdeaAdded { text }).into()])).map(|_| ())
    }

    /// Writes an idea anew; without words it is taken out.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] where there is no such idea.
    pub fn write_idea(&self, handle: &str, id: EventId, text: &str) -> Result<(), Error> {
        let text = non_blank(Some(text));
        self.decide(handle, |incident, _| {
            let idea = find(incident, id)?;
            let edit = text.map_or(ReviewEdit::IdeaRemoved, |text| ReviewEdit::IdeaWritten { text });
            let is_so = matches!(&edit, ReviewEdit::IdeaWritten { text } if *text == idea.text);
            Ok(if is_so { vec![] } else { vec![edit_of(id, edit)] })
        })
        .map(|_| ())
    }

    /// Makes an action item of an idea, which leaves the ideas.
    ///
    /// # Errors
    /// [`Error::UnknownEvent`] where there is no such idea, and those of [`Workstation::add_action`].
    pub fn promise_idea(&self, handle: &str, id: EventId, input: &ActionInput) -> Result<(), Error> {
        self.decide(handle, |incident, now| {
            find(incident, id)?;
            Ok(vec![self.new_action(input, now)?, edit_of(id, ReviewEdit::IdeaRemoved)])
        })
        .map(|_| ())
    }
}

fn find(incident: &Incident, id: EventId) -> Result<&Idea, Error> {
    incident.review.ideas().find(|idea| idea.id == id).ok_or(Error::UnknownEvent)
}
