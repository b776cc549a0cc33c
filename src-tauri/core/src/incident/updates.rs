//! Updates and other messages that were copied, which counts as sent.

use chrono::{DateTime, Utc};

use crate::event::EventId;
use crate::update::UpdateSent;

/// An update that was copied, which counts as sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentUpdate {
    /// The event that sent it.
    pub id: EventId,
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// What was sent.
    pub message: UpdateSent,
    /// 'Not sent' was said.
    pub taken_back: bool,
}
