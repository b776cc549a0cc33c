//! The same thing declared twice: two people who see one alert, or one who pressed twice.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::text::{clock_time, is_same_title};
use sitrep_store::IncidentRow;

use crate::data::Inner;
use crate::refusals::{DeclaredAlready, Error};

/// What ended sooner after its declaration than this was hardly ended by whoever declares it now.
const STILL_THE_SAME: TimeDelta = TimeDelta::minutes(15);
/// So many of those that ended last are looked at.
const ENDED_AT_MOST: usize = 20;

impl Inner {
    /// The incident of this title that goes on, or was declared a short while ago.
    pub(crate) fn declared_already(&self, title: &str, now: DateTime<Utc>) -> Result<Option<DeclaredAlready>, Error> {
        let goes_on = self.store.active()?.into_iter();
        let just_declared = self.store.ended(ENDED_AT_MOST)?.into_iter().filter(|row| now - row.summary.declared_at < STILL_THE_SAME);
        let first = goes_on.chain(just_declared).find(|row| is_same_title(&row.summary.title, title));
        Ok(first.map(|row| already(&row, now)))
    }
}

fn already(row: &IncidentRow, now: DateTime<Utc>) -> DeclaredAlready {
    let summary = &row.summary;
    DeclaredAlready {
        handle: summary.handle.clone(),
        severity: summary.severity,
        title: summary.title.clone(),
        status: summary.status,
        declared: clock_time(summary.declared_at, now),
    }
}
