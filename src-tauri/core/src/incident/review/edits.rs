//! Taking in what was written on a review.

use super::{Idea, LineMarks, Review, Why, Written};
use crate::event::{Event, ReviewEdit};
use crate::vocabulary::EventId;

impl Review {
    /// Takes in what an event wrote. Events come in the order of recording.
    pub(in crate::incident) fn take(&mut self, event: &Event, edit: &ReviewEdit) {
        match edit {
            ReviewEdit::Written { field, text, offer } => {
                let before = self.parts.remove(field);
                self.parts.insert(field.clone(), Written::after(before, event, text, offer.as_ref()));
            }
            ReviewEdit::WhyAdded { why, at } => self.whys.push(Why::added(event, why, self.place_of_new(event.id, *at))),
            ReviewEdit::IdeaAdded { text } => self.ideas.push(Idea::added(event, text)),
            edit => {
                if let Some(about) = event.amends {
                    self.amend(event, about, edit);
                }
            }
        }
    }

    fn amend(&mut self, event: &Event, about: EventId, edit: &ReviewEdit) {
        match edit {
            ReviewEdit::LineChosen { chosen } => self.line(about).chosen = *chosen,
            ReviewEdit::LineStarred { starred } => self.line(about).starred = *starred,
            ReviewEdit::LineMarked { marker, answer } => {
                let line = self.line(about);
                line.marker = *marker;
                line.answer.clone_from(answer);
            }
            ReviewEdit::WhyWritten { why: words, .. } => self.on_why(about, |why| why.write(event, words)),
            ReviewEdit::WhyMoved { at } => self.move_why(about, *at),
            ReviewEdit::WhyRemoved => self.on_why(about, |why| why.set_removed(true)),
            ReviewEdit::WhyRestored => self.on_why(about, |why| why.set_removed(false)),
            ReviewEdit::WhyLinked { to, linked } => self.on_why(about, |why| why.link(*to, *linked)),
            ReviewEdit::WhyRooted { root_cause } => self.on_why(about, |why| why.root_cause = *root_cause),
            ReviewEdit::IdeaWritten { text } => self.on_idea(about, |idea| idea.text.clone_from(text)),
            ReviewEdit::IdeaRemoved => self.on_idea(about, |idea| idea.removed = true),
            ReviewEdit::IdeaRestored => self.on_idea(about, |idea| idea.removed = false),
            ReviewEdit::Written { .. } | ReviewEdit::WhyAdded { .. } | ReviewEdit::IdeaAdded { .. } => {}
        }
    }

    fn line(&mut self, line: EventId) -> &mut LineMarks {
        self.lines.entry(line).or_default()
    }

    fn on_why(&mut self, id: EventId, change: impl FnOnce(&mut Why)) {
        if let Some(why) = self.whys.iter_mut().find(|why| why.id == id) {
            change(why);
        }
    }

    fn on_idea(&mut self, id: EventId, change: impl FnOnce(&mut Idea)) {
        if let Some(idea) = self.ideas.iter_mut().find(|idea| idea.id == id) {
            change(idea);
        }
    }
}
