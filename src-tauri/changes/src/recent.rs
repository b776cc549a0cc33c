//! The changes of one repository, made of its commits and tags.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};

use crate::change::{RecentChange, RecentChangeKind, Repository, RepositoryChanges, Window};
use crate::commits::{self, Commit};
use crate::error::ChangesError;
use crate::git::{Git, GitIn};
use crate::git_path::git_path;
use crate::limit::within;
use crate::refs::{self, Tag};

impl Git {
    /// The changes of a repository in a window, `limit` at most. Reads only, and no network.
    ///
    /// An annotated tag is a change of its own; a light one is named on its commit, and is a change where the branch has no
    /// such commit in the window.
    ///
    /// # Errors
    /// [`ChangesError`] in plain words; also when it takes longer than [`Git::patience`].
    pub fn recent(&self, repository: &Repository, window: &Window, limit: usize) -> Result<RepositoryChanges, ChangesError> {
        let (program, wanted, window) = (self.program.clone(), repository.clone(), *window);
        let read = within(self.patience, move |running| {
            let git = GitIn::at(&program, &wanted.path, running)?;
            read(&git, &wanted, &window, limit)
        });
        read.unwrap_or_else(|| Err(ChangesError::TookTooLong { path: repository.path.clone(), after: self.patience }))
    }
}

fn read(git: &GitIn<'_>, repository: &Repository, window: &Window, limit: usize) -> Result<RepositoryChanges, ChangesError> {
    let about = git.answer(&["rev-parse", "--is-shallow-repository", "--git-path", "FETCH_HEAD"])?.unwrap_or_default();
    let (shallow, fetch_head) = about.split_at(about.iter().position(|byte| *byte == b'\n').unwrap_or(about.len()));
    let (branch, tags) = refs::read(git, repository)?;
    let commits = commits::read(git, &branch.tip, window, limit)?;
    let mut changes = changes(commits.found, &tags, window);
    let truncated = keep_nearest(&mut changes, limit) || commits.cut;
    mark_nearest(&mut changes);
    Ok(RepositoryChanges {
        repository: repository.path.clone(),
        branch: branch.name,
        changes,
        is_shallow: shallow == b"true",
        fetched_at: fetched_at(&Path::new(&repository.path).join(git_path(fetch_head.trim_ascii_start()))),
        truncated,
    })
}

/// Commits and tags in one list, the newest first.
fn changes(commits: Vec<Commit>, tags: &[Tag], window: &Window) -> Vec<RecentChange> {
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for tag in tags {
        names.entry(&tag.commit).or_default().push(&tag.name);
    }
    let names = |commit: &str| names.get(commit).into_iter().flatten().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let listed: BTreeSet<&str> = commits.iter().map(|commit| commit.id.as_str()).collect();
    let mut tagged = BTreeMap::new();
    for tag in tags {
        let Some(at) = tag.at.filter(|at| window.holds(*at)) else { continue };
        if tag.is_annotated() {
            tagged.insert(&tag.id, tag_change(tag, at, vec![tag.name.clone()], window));
        } else if !listed.contains(tag.commit.as_str()) {
            // Several light tags on one commit are one change.
            tagged.entry(&tag.id).or_insert_with(|| tag_change(tag, at, names(&tag.commit), window));
        }
    }
    let mut all: Vec<RecentChange> = tagged.into_values().collect();
    all.extend(commits.into_iter().map(|commit| {
        let tags = names(&commit.id);
        commit_change(commit, tags, window)
    }));
    // Of the same second, a tag is newer than a commit, and a commit newer than its parents: the order they come in.
    all.sort_by_key(|change| std::cmp::Reverse(change.at));
    all
}

fn commit_change(commit: Commit, tags: Vec<String>, window: &Window) -> RecentChange {
    RecentChange {
        commit: commit.id.clone(),
        id: commit.id,
        short: commit.short,
        kind: if commit.is_merge { RecentChangeKind::Merge } else { RecentChangeKind::Commit },
        at: commit.at,
        author: commit.author,
        subject: commit.subject,
        tags,
        nearest_before_onset: false,
        age_before_onset: (window.onset - commit.at).num_seconds(),
    }
}

fn tag_change(tag: &Tag, at: DateTime<Utc>, tags: Vec<String>, window: &Window) -> RecentChange {
    RecentChange {
        id: tag.id.clone(),
        commit: tag.commit.clone(),
        short: tag.short.clone(),
        kind: RecentChangeKind::Tag,
        at,
        author: tag.author.clone(),
        subject: tag.subject.clone(),
        tags,
        nearest_before_onset: false,
        age_before_onset: (window.onset - at).num_seconds(),
    }
}

/// Keeps those before the onset that are nearest to it, then those after it, and says whether some had to go.
fn keep_nearest(changes: &mut Vec<RecentChange>, limit: usize) -> bool {
    if changes.len() <= limit {
        return false;
    }
    changes.sort_by_key(|change| (change.age_before_onset < 0, change.age_before_onset.abs()));
    changes.truncate(limit);
    changes.sort_by_key(|change| std::cmp::Reverse(change.at));
    true
}

fn mark_nearest(changes: &mut [RecentChange]) {
    if let Some(nearest) = changes.iter_mut().find(|change| change.age_before_onset >= 0) {
        nearest.nearest_before_onset = true;
    }
}

/// A fetch that fails leaves the file empty.
fn fetched_at(fetch_head: &Path) -> Option<DateTime<Utc>> {
    let file = fs::metadata(fetch_head).ok().filter(|file| file.is_file() && file.len() > 0)?;
    Some(file.modified().ok()?.into())
}
