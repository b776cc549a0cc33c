//! A clock that stands where the story is.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::data::Clock;

/// A clock that stands where the story is.
pub(crate) struct SteppedClock(pub(crate) Mutex<DateTime<Utc>>);

impl Clock for SteppedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the story skips has passed in it.
    fn uptime(&self) -> Duration {
        (self.now() - DateTime::UNIX_EPOCH).to_std().unwrap_or_default()
    }

    fn boot(&self) -> String {
        "story".to_owned()
    }
}
