//! How long an incident has lasted, and from when that is counted.

use chrono::{DateTime, TimeDelta, Utc};

use super::facts::Incident;
use crate::text::{clock_time, prose};

/// From when a duration is counted. A length of time without it means something else to each reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedFrom {
    /// When it began to hurt.
    Start,
    /// When somebody knew of it.
    Detection,
}

impl CountedFrom {
    const fn label(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Detection => "detection",
        }
    }
}

impl Incident {
    /// When somebody knew of it: the declaration, or what a responder did before it was written down.
    #[must_use]
    pub fn detected_at(&self) -> DateTime<Utc> {
        self.acknowledged_at.map_or(self.declared_at, |at| at.min(self.declared_at))
    }

    fn counted_from(&self, from: CountedFrom) -> DateTime<Utc> {
        match from {
            CountedFrom::Start => self.started_at,
            CountedFrom::Detection => self.detected_at(),
        }
    }

    /// When it was over: resolved, or withdrawn as none (UTC).
    #[must_use]
    pub fn over_at(&self) -> Option<DateTime<Utc>> {
        self.resolved_at.or_else(|| self.withdrawn.as_ref().map(|withdrawal| withdrawal.at))
    }

    /// How long it has lasted at `now`, or lasted in all.
    #[must_use]
    pub fn lasted(&self, from: CountedFrom, now: DateTime<Utc>) -> TimeDelta {
        self.over_at().unwrap_or(now) - self.counted_from(from)
    }

    /// `42 min since start`; once it is over, `52 min from start to resolution`.
    #[must_use]
    pub fn lasted_in_words(&self, from: CountedFrom, now: DateTime<Utc>) -> String {
        format!("{} {}", prose(self.lasted(from, now)), self.span_in_words(from))
    }

    fn span_in_words(&self, from: CountedFrom) -> String {
        let from = from.label();
        match (self.resolved_at, &self.withdrawn) {
            (Some(_), _) => format!("from {from} to resolution"),
            (None, Some(_)) => format!("from {from} to withdrawal"),
            (None, None) => format!("since {from}"),
        }
    }

    /// What a running clock counts from: `since start 14:00 UTC`; once it is over, `from start 14:00 UTC`.
    #[must_use]
    pub fn counted_since(&self, from: CountedFrom, now: DateTime<Utc>) -> String {
        let since = if self.over_at().is_some() { "from" } else { "since" };
        format!("{since} {} {}", from.label(), clock_time(self.counted_from(from), now))
    }
}
