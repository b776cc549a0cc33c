//! Findings: what a dashboard or a log showed somebody.

use chrono::{DateTime, Utc};

use crate::event::{Event, EventId};
use crate::finding::FindingAbout;

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The event that added it.
    pub id: EventId,
    /// What it is about.
    pub about: FindingAbout,
    /// The words.
    pub text: String,
    /// Since when it shows (UTC), if that can be seen.
    pub onset: Option<DateTime<Utc>>,
    /// When it was found (UTC).
    pub at: DateTime<Utc>,
    /// Who found it.
    pub author: String,
}

impl Finding {
    pub(super) fn added(event: &Event, about: FindingAbout, text: &str, onset: Option<DateTime<Utc>>) -> Self {
        Self { id: event.id, about, text: text.to_owned(), onset, at: event.occurred_at, author: event.author.clone() }
    }
}
