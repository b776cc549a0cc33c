//! Recording in an incident what goes there from another, with the texts that are attached to it.

use std::collections::BTreeMap;

use sitrep_core::documents::merging::{Recording, Side};
use sitrep_core::event::{Event, EventBody};
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::{AttachedText, AttachedTextId};
use sitrep_store::NewEvent;

use crate::data::{Decided, Workstation};
use crate::refusals::Error;

/// An incident with all its events, as they were read.
pub(super) struct Read {
    pub(super) incident: std::sync::Arc<Incident>,
    pub(super) events: Vec<Event>,
}

impl Read {
    pub(super) fn side(&self) -> Side<'_> {
        Side { incident: &self.incident, events: &self.events }
    }
}

/// The texts of another incident by their ids there, as they are kept for this one.
pub(super) type KeptTexts = BTreeMap<AttachedTextId, AttachedText>;

impl Workstation {
    pub(super) fn read_whole(&self, handle: &str) -> Result<Read, Error> {
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        Ok(Read { incident: inner.facts(id)?, events: inner.store.events(id)? })
    }

    /// Decides on an incident with all its events, and records that.
    pub(super) fn decide_on_whole(
        &self,
        handle: &str,
        texts: &KeptTexts,
        decide: impl FnOnce(Side<'_>) -> Vec<Recording>,
    ) -> Result<Decided, Error> {
        self.decide_on_ledger(handle, |standing, _| {
            let events = standing.events()?;
            let recordings = decide(Side { incident: standing.incident, events: &events });
            Ok(recordings.into_iter().map(|recording| new_event(recording, texts)).collect())
        })
    }

    /// Keeps the texts that go from one incident to another, for that one.
    pub(super) fn keep_texts(&self, from: &Incident, to: &Incident, going: &[Recording]) -> Result<KeptTexts, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let mut kept = KeptTexts::new();
        for AttachedText { id, name, .. } in going.iter().filter_map(attached) {
            if let Some(text) = inner.store.attached_text(from.id, *id)? {
                kept.insert(*id, inner.store.keep_text(to.id, now, name, &text)?);
            }
        }
        Ok(kept)
    }
}

pub(super) fn attached(recording: &Recording) -> Option<&AttachedText> {
    if let EventBody::Entry { attached, .. } = &recording.body { attached.as_ref() } else { None }
}

pub(super) fn new_event(recording: Recording, texts: &KeptTexts) -> NewEvent {
    let Recording { occurred_at, amends, mut body } = recording;
    if let EventBody::Entry { attached, .. } = &mut body {
        *attached = attached.take().and_then(|attached| texts.get(&attached.id).cloned());
    }
    NewEvent { occurred_at, amends, body }
}
