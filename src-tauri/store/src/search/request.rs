//! What is searched for.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sitrep_core::text::search::SearchQuery;
use sitrep_core::vocabulary::{IncidentId, Severity};

use crate::ledger::IncidentRow;

/// Where an incident stands, for who looks back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IncidentState {
    /// It goes on.
    Active = 0,
    /// It is over, and its review is not complete.
    Resolved = 1,
    /// Its review is complete.
    Reviewed = 2,
    /// It was none.
    Withdrawn = 3,
}

impl IncidentState {
    /// Where one stands.
    #[must_use]
    pub fn of(row: &IncidentRow) -> Self {
        match () {
            () if row.summary.withdrawn.is_some() => Self::Withdrawn,
            () if row.summary.resolved_at.is_none() => Self::Active,
            () if row.reviewed => Self::Reviewed,
            () => Self::Resolved,
        }
    }
}

/// Which incidents are searched: those that fit everything that is said here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchFilter {
    /// One of these, where they are named.
    pub incidents: Option<Vec<IncidentId>>,
    /// Of one of these severities, where there are some.
    pub severities: BTreeSet<Severity>,
    /// That touch one of these services, where there are some.
    pub services: Vec<String>,
    /// In one of these states, where there are some.
    pub states: BTreeSet<IncidentState>,
    /// In which one of these people, as `@name`, recorded something or holds a role, where there are some.
    pub people: Vec<String>,
    /// That went on at this time (UTC) or after it.
    pub from: Option<DateTime<Utc>>,
    /// That began at this time (UTC) or before it.
    pub to: Option<DateTime<Utc>>,
}

impl SearchFilter {
    /// Whether every incident fits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A search, and how much of its answer is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRequest {
    /// What was typed; without it the incidents themselves are listed.
    pub query: SearchQuery,
    /// Which incidents are searched.
    pub filter: SearchFilter,
    /// What fits best first, of the newest hits; else the newest incident.
    pub best_first: bool,
    /// So many incidents are left out, as they were shown already.
    pub skip: usize,
    /// And so many are given.
    pub incidents: usize,
    /// Each with so many of its lines.
    pub lines_each: usize,
    /// And so many lines in all.
    pub lines: usize,
}

/// What incidents can be filtered by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// The services that one of them touches, each by the first of the names that it was given.
    pub services: BTreeSet<String>,
    /// The people who recorded something or hold a role, as they are compared.
    pub people: BTreeSet<String>,
}
