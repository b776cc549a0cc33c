//! Reminders that somebody silenced.

use chrono::{DateTime, Utc};

/// Reminders of one deadline are silent until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snooze {
    /// The deadline's key.
    pub key: String,
    /// Silent until (UTC); none for good.
    pub until: Option<DateTime<Utc>>,
}
