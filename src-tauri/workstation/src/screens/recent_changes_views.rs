//! What the doors show of recent changes.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_changes::RecentChange;
use ts_rs::TS;

/// The changes before an incident, repository by repository.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentChanges {
    /// When the incident began, UTC.
    pub onset: DateTime<Utc>,
    /// From when on changes are here, UTC.
    pub from: DateTime<Utc>,
    /// `2 h before 14:00 UTC`.
    pub window: String,
    /// How long that is, in seconds.
    pub length: i64,
    /// Times at even distances over it, the start last: `12:00`, `12:30`, to `start 14:00`.
    pub ticks: Vec<String>,
    /// The repositories, in the order of the services; none when no service of the incident names one.
    pub repositories: Vec<RepositoryRows>,
}

/// One repository: its changes, or why they are not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RepositoryRows {
    /// Its folder, as it was written down.
    pub path: String,
    /// The branch that was read, such as `origin/main`; none for a HEAD that is on no branch.
    pub branch: Option<String>,
    /// The changes, the newest first.
    pub changes: Vec<RecentChangeRow>,
    /// How old this is: `fetched 3 h ago`, `never fetched`.
    pub fetched: String,
    /// What else there is to know, in plain sentences: a part of the history, more changes.
    pub notes: Vec<String>,
    /// Why the changes are not known.
    pub problem: Option<ChangesProblem>,
}

/// A change in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentChangeRow {
    /// The change.
    #[serde(flatten)]
    pub change: RecentChange,
    /// `13:45 UTC`, with the date when it is not of today.
    pub time: String,
    /// `15 min before`.
    pub before: String,
}

/// Why the changes of a repository are not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangesProblem {
    /// A stable word.
    pub code: String,
    /// What was not done.
    pub message: String,
    /// What would work.
    pub hint: String,
}
