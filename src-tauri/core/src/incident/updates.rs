//! Updates and other messages that were copied, which counts as sent.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::UpdateHead;
use crate::vocabulary::{Audience, EventId};

/// An update that was copied, which counts as sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentUpdate {
    /// The event that sent it.
    pub id: EventId,
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// What was sent, without its text, which is in the ledger.
    pub message: UpdateHead,
    /// It was sent once the incident was resolved, so it says that it is over.
    pub tells_the_end: bool,
    /// It said that all is clear, and the incident was reopened after it.
    pub overtaken: bool,
    /// 'Not sent' was said.
    pub taken_back: bool,
}

impl SentUpdate {
    /// Whether it winds up the clock of an audience: one of the four updates, to them, and not taken back.
    #[must_use]
    pub fn counts_for(&self, audience: Audience) -> bool {
        !self.taken_back && self.message.update.is_some() && self.message.audience() == audience
    }
}
