//! All that is known of an incident, as it is handed on.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sitrep_core::bundle::ClockLine;
use sitrep_core::documents::timeline::TimelineRow;
use sitrep_core::event::{Event, EventBody};
use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::vocabulary::{AttachedText, IncidentId, Picture};
use sitrep_store::StoredEvent;

use super::pictures::GivenPicture;
use crate::data::{Inner, Workstation};
use crate::refusals::Error;

/// All that is known of an incident.
#[derive(Debug, Clone)]
pub(super) struct Material {
    pub(super) incident: Incident,
    pub(super) summary: IncidentSummary,
    pub(super) events: Vec<Event>,
    pub(super) stored: Vec<StoredEvent>,
    pub(super) clocks: Vec<ClockLine>,
    pub(super) rows: Vec<TimelineRow>,
    pub(super) texts: Vec<KeptText>,
    pub(super) pictures: Vec<GivenPicture>,
    /// Who writes the review, where nobody said otherwise.
    pub(super) author: String,
    pub(super) now: DateTime<Utc>,
}

/// A text that goes with an entry or a run.
#[derive(Debug, Clone)]
pub(super) struct KeptText {
    pub(super) attached: AttachedText,
    pub(super) text: String,
}

impl Workstation {
    /// What is known of an incident, without the files of its pictures.
    pub(super) fn material(&self, handle: &str) -> Result<Material, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let found = inner.find(Some(handle))?;
        let incident = inner.facts(found.id)?;
        let events = inner.store.events(found.id)?;
        Ok(Material {
            incident: incident.as_ref().clone(),
            summary: found.summary,
            stored: inner.store.stored_events(found.id)?,
            clocks: inner.store.untold_clocks(found.id)?,
            rows: inner.whole_timeline(found.id)?,
            texts: inner.texts_of(found.id, &events)?,
            pictures: Vec::new(),
            author: inner.author()?,
            events,
            now,
        })
    }
}

impl Inner {
    fn texts_of(&self, incident: IncidentId, events: &[Event]) -> Result<Vec<KeptText>, Error> {
        let (mut texts, mut known) = (Vec::new(), BTreeSet::new());
        for attached in events.iter().filter_map(|event| attached_to(&event.body)).filter(|attached| known.insert(attached.id)) {
            if let Some(text) = self.store.attached_text(incident, attached.id)? {
                texts.push(KeptText { attached: attached.clone(), text });
            }
        }
        Ok(texts)
    }
}

impl Material {
    /// The pictures that entries name, each once.
    pub(super) fn named_pictures(&self) -> Vec<Picture> {
        let mut known = BTreeSet::new();
        let named = self.events.iter().flat_map(|event| pictures_of(&event.body));
        named.filter(|picture| known.insert(&picture.id)).cloned().collect()
    }
}

fn attached_to(body: &EventBody) -> Option<&AttachedText> {
    match body {
        EventBody::Entry { attached, .. } => attached.as_ref(),
        EventBody::RunbookBegun(begun) => Some(&begun.text),
        _ => None,
    }
}

fn pictures_of(body: &EventBody) -> &[Picture] {
    if let EventBody::Entry { pictures, .. } = body { pictures } else { &[] }
}
