//! A change, and the changes of a repository.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A local repository and the branch that is deployed from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repository {
    /// Its folder: the one with `.git` in it, or a bare one.
    pub path: String,
    /// The branch, such as `main` or `origin/release`. What was fetched of `origin` stands before a local branch of the same
    /// name, which is only where somebody left it. Without one: origin's default branch, `origin/main`, `origin/master`, or HEAD.
    pub branch: Option<String>,
}

/// From when to when to look, both included, and when the incident began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// From when, UTC.
    pub from: DateTime<Utc>,
    /// To when, UTC.
    pub to: DateTime<Utc>,
    /// When the incident began, UTC.
    pub onset: DateTime<Utc>,
}

impl Window {
    pub(crate) fn holds(&self, at: DateTime<Utc>) -> bool {
        (self.from..=self.to).contains(&at)
    }
}

/// What a change is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecentChangeKind {
    /// A commit.
    Commit,
    /// A commit with several parents.
    Merge,
    /// A tag: a deploy, where tags are deployed.
    Tag,
}

/// One change. Its texts are one harmless line each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecentChange {
    /// Its own full hash: the commit's, or that of an annotated tag. No two changes of a repository share one.
    pub id: String,
    /// The full hash of the commit that it is, or that it tags.
    pub commit: String,
    /// The commit's hash as git shortens it.
    pub short: String,
    /// What it is.
    pub kind: RecentChangeKind,
    /// When, UTC: a commit's committer date, an annotated tag's own date.
    pub at: DateTime<Utc>,
    /// Who wrote the commit, or set the tag.
    pub author: String,
    /// The first line of its message.
    pub subject: String,
    /// The tags on the commit, or this tag.
    pub tags: Vec<String>,
    /// Whether it is the last one before the incident began.
    pub nearest_before_onset: bool,
    /// How long before, in seconds; negative for one that came after.
    #[ts(type = "number")]
    pub age_before_onset: i64,
}

/// The changes of one repository in a window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RepositoryChanges {
    /// The repository's folder, as it was given.
    pub repository: String,
    /// The branch that was read, such as `origin/main`; none for a HEAD that is on no branch.
    pub branch: Option<String>,
    /// The changes, the newest first.
    pub changes: Vec<RecentChange>,
    /// Whether the repository holds only a part of its history.
    pub is_shallow: bool,
    /// When it last fetched from elsewhere, UTC; none when it never did, or when the last try failed.
    pub fetched_at: Option<DateTime<Utc>>,
    /// Whether there are more changes in the window; those nearest before the onset are here.
    pub truncated: bool,
}
