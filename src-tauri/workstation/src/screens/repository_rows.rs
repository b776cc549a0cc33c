//! One repository: its changes, or why they are not known.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use sitrep_changes::{ChangesError, RecentChange, RepositoryChanges};
use sitrep_core::text::{clock_time, rough};
use ts_rs::TS;

use super::before_onset::before_onset;

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

pub(crate) fn repository_rows(path: &str, read: Result<RepositoryChanges, ChangesError>, now: DateTime<Utc>) -> RepositoryRows {
    let path = path.to_owned();
    match read {
        Ok(read) => RepositoryRows {
            path,
            fetched: fetched_line(read.fetched_at, now),
            notes: note_lines(&read),
            branch: read.branch,
            changes: read.changes.into_iter().map(|change| change_row(change, now)).collect(),
            problem: None,
        },
        Err(error) => RepositoryRows {
            path,
            branch: None,
            changes: Vec::new(),
            fetched: String::new(),
            notes: Vec::new(),
            problem: Some(ChangesProblem { code: error.code().to_owned(), message: error.to_string(), hint: error.hint() }),
        },
    }
}

fn fetched_line(at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> String {
    match at {
        None => "never fetched".to_owned(),
        Some(at) if now - at < TimeDelta::minutes(1) => "fetched just now".to_owned(),
        Some(at) => format!("fetched {} ago", rough(now - at)),
    }
}

fn note_lines(read: &RepositoryChanges) -> Vec<String> {
    let shallow = read.is_shallow.then_some("Only a part of its history is here (a shallow clone).");
    let more = read.truncated.then_some("There are more changes; these are the nearest before it began.");
    shallow.into_iter().chain(more).map(str::to_owned).collect()
}

fn change_row(change: RecentChange, now: DateTime<Utc>) -> RecentChangeRow {
    let onset = change.at + TimeDelta::seconds(change.age_before_onset);
    RecentChangeRow { time: clock_time(change.at, now), before: before_onset(change.at, onset), change }
}
