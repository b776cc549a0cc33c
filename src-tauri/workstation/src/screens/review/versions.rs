//! The versions of a review: what was written when, by whom, and what changed.

use serde::Serialize;
use sitrep_core::event::{Event, EventBody, ReviewEdit};
use sitrep_core::messages::{DifferencePart, difference};
use sitrep_core::text::date_and_time;
use sitrep_core::vocabulary::{EventId, ReviewField};
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::{Error, ReviewRefusal};

/// A version of a part of the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewVersion {
    /// The event that wrote it.
    pub id: EventId,
    /// Its number, from 1, the oldest first.
    pub number: usize,
    /// Which part.
    pub field: ReviewField,
    /// Its name on screen.
    pub label: String,
    /// Who wrote it.
    pub by: String,
    /// When: `2026-11-23 17:31 UTC`.
    pub at: String,
    /// What changed against the version of the same part before it.
    pub changes: Vec<DifferencePart>,
    /// Whether it is the one that stands.
    pub stands: bool,
}

impl Workstation {
    /// The versions of a review's parts, the newest first.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn review_versions(&self, handle: &str) -> Result<Vec<ReviewVersion>, Error> {
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let incident = inner.facts(id)?;
        let mut events = inner.store.events_of_kind(id, "review_edited")?;
        drop(inner);
        events.sort_by_key(|event| event.id);
        let sections = self.review_sections();
        let mut versions: Vec<ReviewVersion> = Vec::new();
        for (at, event) in events.iter().enumerate() {
            let Some((field, text)) = written(event) else { continue };
            let before = events[..at].iter().rev().filter_map(written).find(|(other, _)| *other == field).map(|(_, text)| text);
            let own = sections.iter().find(|own| own.field() == *field).map(|own| own.title.clone());
            versions.push(ReviewVersion {
                id: event.id,
                number: versions.len() + 1,
                field: field.clone(),
                label: own.unwrap_or_else(|| field.label().to_owned()),
                by: event.author.clone(),
                at: date_and_time(event.occurred_at),
                changes: difference(before.unwrap_or_default(), text),
                stands: incident.review.parts.get(field).is_some_and(|stands| stands.version == event.id),
            });
        }
        versions.reverse();
        Ok(versions)
    }

    /// Brings back a version: its words are written again, and the one that stands stays among the versions.
    ///
    /// # Errors
    /// [`ReviewRefusal::UnknownPart`] where there is no such version.
    pub fn bring_back_version(&self, handle: &str, id: EventId) -> Result<(), Error> {
        let inner = self.lock();
        let incident = inner.find(Some(handle))?.id;
        let event = inner.store.event(incident, id)?;
        drop(inner);
        let Some((field, text)) = event.as_ref().and_then(written) else {
            return Err(ReviewRefusal::UnknownPart("version".to_owned()).into());
        };
        self.edit_review(handle, field, text)
    }
}

pub(super) fn written(event: &Event) -> Option<(&ReviewField, &str)> {
    match &event.body {
        EventBody::ReviewEdited(ReviewEdit::Written { field, text, .. }) => Some((field, text)),
        _ => None,
    }
}
