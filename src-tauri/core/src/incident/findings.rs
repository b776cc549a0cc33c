//! Findings: what a dashboard or a log showed somebody.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::vocabulary::{EventId, FindingAbout};

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Whether it is an error that was found while the fix was being watched, which starts the quiet time again.
    pub restarts_quiet: bool,
}

impl Finding {
    pub(super) fn added(event: &Event, about: FindingAbout, text: &str, onset: Option<DateTime<Utc>>) -> Self {
        Self {
            id: event.id,
            about,
            text: text.to_owned(),
            onset,
            at: event.occurred_at,
            author: event.author.clone(),
            restarts_quiet: false,
        }
    }
}
