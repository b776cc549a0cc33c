//! What a look at all deadlines found.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::reminder::Reminder;
use crate::refusals::Error;

/// What a look at all deadlines found.
#[derive(Default)]
pub(crate) struct Look {
    pub(crate) due: Vec<Reminder>,
    /// The incidents whose severity goes up by policy.
    pub(crate) escalate: Vec<String>,
    /// Everything that is waited for.
    pub(crate) names: HashSet<String>,
    /// When something is due next.
    pub(crate) next: Option<DateTime<Utc>>,
    /// What had been written when it looked.
    pub(crate) written: u64,
    /// What went wrong first.
    pub(crate) failure: Option<Error>,
}

impl Look {
    pub(crate) fn note(&mut self, done: Result<(), Error>) {
        if let Err(error) = done {
            self.failure.get_or_insert(error);
        }
    }

    pub(crate) fn wait(&mut self, until: DateTime<Utc>) {
        self.next = Some(self.next.map_or(until, |next| next.min(until)));
    }
}
