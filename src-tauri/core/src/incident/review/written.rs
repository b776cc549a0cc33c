//! A part of the review as somebody wrote it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::vocabulary::EventId;

/// A part of the review as somebody wrote it last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The words; empty where they were taken out.
    pub text: String,
    /// The event that wrote them: this version.
    pub version: EventId,
    /// Who wrote it.
    pub by: String,
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// What the facts offered when it was written.
    pub offer: Option<String>,
    /// What another wrote for the same part, unseen by who wrote this.
    pub beside: Option<BesideText>,
}

/// A version that the one that stands did not follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BesideText {
    /// The words.
    pub text: String,
    /// The event that wrote them.
    pub version: EventId,
    /// Who wrote it.
    pub by: String,
    /// When (UTC).
    pub at: DateTime<Utc>,
}

impl Written {
    /// The version that an event writes after the one that stands.
    pub(super) fn after(before: Option<Self>, event: &Event, text: &str, offer: Option<&String>) -> Self {
        let unseen = before.filter(|before| event.amends != Some(before.version) && before.text != text);
        let beside = unseen.map(|Self { text, version, by, at, .. }| BesideText { text, version, by, at });
        let (version, by, at) = (event.id, event.author.clone(), event.occurred_at);
        Self { text: text.to_owned(), version, by, at, offer: offer.cloned(), beside }
    }
}
