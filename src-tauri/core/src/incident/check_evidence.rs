//! What was seen of a verification check (seed: Step 5, Verify the Fix; 'with monitoring data').

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::vocabulary::EventId;

/// What was seen of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckEvidence {
    /// The words: a value, or what an entry says.
    pub text: String,
    /// The entry, finding or command that it was taken from.
    pub source: Option<EventId>,
    /// Who wrote it down.
    pub by: String,
    /// When (UTC).
    pub at: DateTime<Utc>,
}

impl CheckEvidence {
    pub(super) fn added(event: &Event, text: &str, source: Option<EventId>) -> Self {
        Self { text: text.to_owned(), source, by: event.author.clone(), at: event.occurred_at }
    }
}
