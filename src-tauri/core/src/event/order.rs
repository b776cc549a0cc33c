//! The two orders of events: as they were recorded, and as things happened.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::envelope::Event;
use crate::vocabulary::EventId;

/// Where an event stands in the order of what happened.
pub(crate) type Place = (DateTime<Utc>, EventId);

/// Ids are given in the order of recording, also where a clock was set back in between.
pub(crate) fn as_recorded(events: &[Event]) -> Vec<&Event> {
    let mut recorded: Vec<&Event> = events.iter().collect();
    recorded.sort_by_key(|event| event.id);
    recorded
}

/// The events whose order matters, each with its place, in the order of what happened; and where that order ends.
pub(crate) fn in_order(events: &[Event]) -> (Vec<(Place, &Event)>, OrderEnd) {
    let mut end = OrderEnd::default();
    let ordered = as_recorded(events).into_iter().filter(|event| !event.body.is_order_free());
    let mut placed: Vec<(Place, &Event)> = ordered.map(|event| (end.put(event), event)).collect();
    placed.sort_by_key(|(place, _)| *place);
    end.last = placed.last().map(|(place, _)| *place);
    (placed, end)
}

/// Where the order of what happened has come to.
///
/// What was recorded as it happened comes after all that was recorded before it, whatever the clock said, so that a clock that is
/// set back cannot make an update older than the one that it follows; only what a person backdated goes back.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct OrderEnd {
    /// The latest moment at which something was recorded as it happened (UTC).
    latest: Option<DateTime<Utc>>,
    /// The place of the last event.
    last: Option<Place>,
    /// The event recorded last.
    newest: Option<EventId>,
}

impl OrderEnd {
    /// The place of an event that follows all that are in, if it does: it was recorded after them, and it happened after them.
    pub(crate) fn follow(&mut self, event: &Event) -> Option<Place> {
        let mut next = self.clone();
        let place = next.put(event);
        let follows = self.newest < Some(event.id) && self.last < Some(place);
        if follows {
            *self = OrderEnd { last: Some(place), ..next };
        }
        follows.then_some(place)
    }

    /// The place of the event that was recorded next.
    fn put(&mut self, event: &Event) -> Place {
        self.newest = self.newest.max(Some(event.id));
        if event.occurred_at != event.recorded_at {
            return (event.occurred_at, event.id);
        }
        let at = self.latest.map_or(event.occurred_at, |latest| latest.max(event.occurred_at));
        self.latest = Some(at);
        (at, event.id)
    }
}
