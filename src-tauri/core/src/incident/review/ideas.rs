//! Ideas: what might be done, before anybody has promised it.

use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::vocabulary::EventId;

/// What might be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Idea {
    /// The event that added it.
    pub id: EventId,
    /// The words.
    pub text: String,
    /// Who had it.
    pub by: String,
    /// Whether it was taken out, or has become an action item.
    pub(super) removed: bool,
}

impl Idea {
    pub(super) fn added(event: &Event, text: &str) -> Self {
        Self { id: event.id, text: text.to_owned(), by: event.author.clone(), removed: false }
    }
}
