//! When it went on: from the declaration to each end, and from each reopening on.

use chrono::{DateTime, Utc};

use super::facts::Incident;
use super::investigation::Stretch;

impl Incident {
    /// The stretches in which it went on (UTC), in order, of which the last has no end while it goes on.
    #[must_use]
    pub fn active_stretches(&self) -> Vec<Stretch> {
        let begins = [self.declared_at].into_iter().chain(self.pauses.iter().filter_map(|pause| pause.to));
        let ends = self.pauses.iter().map(|pause| Some(pause.from)).chain([self.over_at()]);
        // What was over before it was declared, or by a clock that was set back, went on for no time.
        begins.zip(ends).map(|(from, to)| Stretch { from: to.map_or(from, |to| from.min(to)), to }).collect()
    }

    /// Keeps that it was over from an end until it goes on again.
    pub(super) fn keep_pause(&mut self, was_over_at: Option<DateTime<Utc>>, at: DateTime<Utc>) {
        if let (Some(from), None) = (was_over_at, self.over_at()) {
            self.pauses.push(Stretch { from, to: Some(at.max(from)) });
        }
    }
}
