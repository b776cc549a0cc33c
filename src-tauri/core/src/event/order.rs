//! The two orders of events: as they were recorded, and as things happened.

use chrono::{DateTime, Utc};

use super::Event;

/// Ids are given in the order of recording, also where a clock was set back in between.
pub(crate) fn as_recorded(events: &[Event]) -> Vec<&Event> {
    let mut recorded: Vec<&Event> = events.iter().collect();
    recorded.sort_by_key(|event| event.id);
    recorded
}

/// The order of what happened. What was recorded as it happened comes after all that was recorded before it, whatever the
/// clock said, so that a clock that is set back cannot make an update older than the one that it follows; only what a person
/// backdated goes back.
pub(crate) fn in_order(events: &[Event]) -> Vec<&Event> {
    let mut latest = DateTime::<Utc>::MIN_UTC;
    let mut placed: Vec<(DateTime<Utc>, &Event)> = Vec::with_capacity(events.len());
    for event in as_recorded(events) {
        if event.occurred_at == event.recorded_at {
            latest = latest.max(event.occurred_at);
            placed.push((latest, event));
        } else {
            placed.push((event.occurred_at, event));
        }
    }
    placed.sort_by_key(|(at, event)| (*at, event.id));
    placed.into_iter().map(|(_, event)| event).collect()
}
