//! An incident with its events, and which of them came from another.

use std::collections::BTreeSet;

use crate::event::{Event, EventBody, Origin, as_recorded};
use crate::incident::Incident;
use crate::vocabulary::{EventId, IncidentId};

/// An incident with all its events.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The facts.
    pub incident: &'a Incident,
    /// The events that they follow from.
    pub events: &'a [Event],
}

impl<'a> Side<'a> {
    /// What was recorded in it first elsewhere: the origin, and the event that repeats it here.
    pub(super) fn copies_of(self, other: IncidentId) -> impl Iterator<Item = (&'a Origin, &'a Event)> {
        self.events.iter().filter_map(|event| Some((event.body.origin()?, event))).filter(move |(origin, _)| origin.incident == other)
    }

    /// The event that repeats one of another incident.
    pub(super) fn copy_of(self, other: IncidentId, event: EventId) -> Option<&'a Event> {
        self.copies_of(other).find(|(origin, _)| origin.event == event).map(|(_, copy)| copy)
    }

    pub(super) fn has(self, id: EventId) -> bool {
        self.events.iter().any(|event| event.id == id)
    }

    /// The entries that were undone and not brought back.
    pub(super) fn undone(self) -> BTreeSet<EventId> {
        let mut undone = BTreeSet::new();
        for event in as_recorded(self.events) {
            match (&event.body, event.amends) {
                (EventBody::EntryRemoved, Some(entry)) => {
                    undone.insert(entry);
                }
                (EventBody::EntryRestored, Some(entry)) => {
                    undone.remove(&entry);
                }
                _ => {}
            }
        }
        undone
    }

    /// Where one of its events is from, told to another incident.
    pub(super) fn origin(self, event: EventId, author: &str) -> Origin {
        let Incident { id: incident, handle, .. } = self.incident;
        Origin { incident: *incident, handle: handle.clone(), event, author: author.to_owned() }
    }

    /// The origin of a line that is about the incident as a whole.
    pub(super) fn as_a_whole(self, author: &str) -> Origin {
        self.origin(whole(self.incident.id), author)
    }
}

/// What names an incident where an event is named.
pub(super) fn whole(incident: IncidentId) -> EventId {
    EventId(incident.0)
}
