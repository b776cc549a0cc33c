//! Writing a part of the review, and asking others to read it.

use serde::{Deserialize, Serialize};
use sitrep_core::documents::review;
use sitrep_core::event::{EventBody, ReviewEdit};
use sitrep_core::incident::{Incident, Written};
use sitrep_core::text::as_seen;
use sitrep_core::vocabulary::{EventId, ReviewField};
use sitrep_store::NewEvent;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::{Error, ReviewRefusal};

/// A part of the review as it is to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartInput {
    /// Which part.
    pub field: ReviewField,
    /// The words; none take it out.
    pub text: String,
    /// The version that its writer saw; none where nothing was written yet.
    pub saw: Option<EventId>,
}

/// What a writer knows of what is written already.
enum Saw {
    /// This version, or that there is none.
    Version(Option<EventId>),
    /// Nothing: it is said on a command line, and replaces whatever stands.
    Whatever,
}

impl Workstation {
    /// Writes a part of the review. Answers which version that is.
    ///
    /// # Errors
    /// [`ReviewRefusal::WrittenMeanwhile`] where another was written since, which its writer did not see; both stay.
    pub fn write_review_part(&self, handle: &str, input: &PartInput) -> Result<Option<EventId>, Error> {
        self.write_part(handle, &input.field, &input.text, &Saw::Version(input.saw))
    }

    /// Writes a part of the review over whatever stands there; that stays among its versions.
    ///
    /// # Errors
    /// [`ReviewRefusal::UnknownPart`] where the team has no such section.
    pub fn edit_review(&self, handle: &str, field: &ReviewField, text: &str) -> Result<(), Error> {
        self.write_part(handle, field, text, &Saw::Whatever).map(|_| ())
    }

    /// Says that the review is written, and that others are asked to read it.
    ///
    /// # Errors
    /// [`Error::NotResolved`] while the incident is going on.
    pub fn ask_for_review(&self, handle: &str) -> Result<(), Error> {
        self.decide(handle, |incident, _| {
            if incident.is_active() {
                return Err(Error::NotResolved);
            }
            let is_asked = incident.review.asked_at.is_some() || incident.review_published_at.is_some();
            Ok(if is_asked { vec![] } else { vec![EventBody::ReviewAsked.into()] })
        })
        .map(|_| ())
    }

    fn write_part(&self, handle: &str, field: &ReviewField, text: &str, saw: &Saw) -> Result<Option<EventId>, Error> {
        self.check_section(field)?;
        let text = as_seen(text).trim_end().to_owned();
        let decided = self.decide(handle, |incident, now| {
            let stands = incident.review.parts.get(field);
            if stands.map_or("", |stands| stands.text.as_str()) == text && stands.is_none_or(|stands| stands.beside.is_none()) {
                return Ok(vec![]);
            }
            check_seen(field, stands, saw)?;
            Ok(vec![written(incident, field, text, review::offer(incident, field, now))])
        })?;
        Ok(decided.incident.review.parts.get(field).map(|written| written.version))
    }

    /// A section of the team's own is one that its file names.
    fn check_section(&self, field: &ReviewField) -> Result<(), Error> {
        let ReviewField::Own(name) = field else { return Ok(()) };
        let is_known = self.review_sections().iter().any(|section| section.name == *name);
        if is_known { Ok(()) } else { Err(ReviewRefusal::UnknownPart(name.clone()).into()) }
    }
}

fn check_seen(field: &ReviewField, stands: Option<&Written>, saw: &Saw) -> Result<(), Error> {
    match (stands, saw) {
        (Some(stands), Saw::Version(seen)) if *seen != Some(stands.version) => {
            Err(ReviewRefusal::WrittenMeanwhile { field: field.clone(), by: stands.by.clone(), at: stands.at }.into())
        }
        _ => Ok(()),
    }
}

fn written(incident: &Incident, field: &ReviewField, text: String, offer: Option<String>) -> NewEvent {
    let amends = incident.review.parts.get(field).map(|stands| stands.version);
    let edit = ReviewEdit::Written { field: field.clone(), text, offer };
    NewEvent { occurred_at: None, amends, body: EventBody::ReviewEdited(edit) }
}
