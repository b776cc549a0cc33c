//! What a transcript lies near.

use chrono::{DateTime, Utc};

/// The times that a transcript's days are looked for beside.
#[derive(Debug, Clone, Copy)]
pub struct Near {
    /// Nothing was written after it.
    pub now: DateTime<Utc>,
    /// When the incident began, where it is of one.
    pub began: Option<DateTime<Utc>>,
}

impl Near {
    /// Of no incident: what is not said is of the last days.
    #[must_use]
    pub fn now(now: DateTime<Utc>) -> Self {
        Self { now, began: None }
    }

    /// What a date without a year lies near.
    pub(super) fn middle(self) -> DateTime<Utc> {
        self.began.unwrap_or(self.now)
    }
}
