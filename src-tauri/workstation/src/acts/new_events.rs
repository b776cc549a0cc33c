//! How an event is made that is about another one.

use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::EventId;
use sitrep_store::NewEvent;

pub(crate) fn amending_event(id: EventId, body: EventBody) -> NewEvent {
    NewEvent { occurred_at: None, amends: Some(id), body }
}
