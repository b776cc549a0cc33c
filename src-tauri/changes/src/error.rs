//! Refusals: what was not read, that nothing was lost, what would work.

use std::io;
use std::time::Duration;

/// Why a repository's changes are not known, or nothing was fetched.
#[derive(Debug, thiserror::Error)]
pub enum ChangesError {
    /// The folder is not there.
    #[error("No changes were read: there is no folder {0}.")]
    NoFolder(String),
    /// The folder is no repository.
    #[error("No changes were read: {0} is no git repository.")]
    NoRepository(String),
    /// Nothing was committed.
    #[error("There are no changes to read: nothing was committed yet in {0}.")]
    Empty(String),
    /// There is no such branch.
    #[error("No changes were read: {path} has no branch '{branch}'.")]
    UnknownBranch {
        /// The repository.
        path: String,
        /// What was asked for.
        branch: String,
    },
    /// Git will not read what belongs to somebody else.
    #[error("No changes were read: {0} belongs to somebody else, so git does not trust it.")]
    NotTrusted(String),
    /// Something in it cannot be read: damaged, missing, or not permitted.
    #[error("No changes were read: git cannot read {path} ({said}).")]
    Unreadable {
        /// The repository.
        path: String,
        /// What git said.
        said: String,
    },
    /// It did not answer in time.
    #[error("No answer from {path} within {} s, so it was left alone.", after.as_secs_f32())]
    TookTooLong {
        /// The repository.
        path: String,
        /// How long was waited.
        after: Duration,
    },
    /// There is no git program.
    #[error("No changes were read: the program git is not installed.")]
    GitMissing,
    /// The git program is too old.
    #[error("No changes were read: git {found} is too old, {oldest} or newer is needed.")]
    GitTooOld {
        /// Its version.
        found: String,
        /// The oldest that will do.
        oldest: &'static str,
    },
    /// The git program does not start.
    #[error("No changes were read: git does not start ({0}).")]
    NotStarted(io::Error),
    /// The remote did not give what is new.
    #[error("Nothing was fetched into {path} ({said}). What is here is as it was.")]
    NotFetched {
        /// The repository.
        path: String,
        /// What git said.
        said: String,
    },
}

impl ChangesError {
    /// A stable word for scripts and pages.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoFolder(_) => "no_folder",
            Self::NoRepository(_) => "no_repository",
            Self::Empty(_) => "empty_repository",
            Self::UnknownBranch { .. } => "unknown_branch",
            Self::NotTrusted(_) => "repository_not_trusted",
            Self::Unreadable { .. } => "repository_unreadable",
            Self::TookTooLong { .. } => "repository_too_slow",
            Self::GitMissing => "git_missing",
            Self::GitTooOld { .. } => "git_too_old",
            Self::NotStarted(_) => "git_not_started",
            Self::NotFetched { .. } => "not_fetched",
        }
    }

    /// What would work.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::NoFolder(_) => "Mend the path in services.toml, or clone the repository there.".to_owned(),
            Self::NoRepository(_) => "Name the folder that has .git in it, not one inside.".to_owned(),
            Self::Empty(_) => "Fetch it, or name a branch that has commits.".to_owned(),
            Self::UnknownBranch { .. } => "Name one that `git branch --all` shows there.".to_owned(),
            Self::NotTrusted(path) => format!("If you trust it: git config --global --add safe.directory '{path}'"),
            Self::Unreadable { .. } => "Look at it with `git fsck` there. Sitrep changed nothing in it.".to_owned(),
            Self::TookTooLong { .. } => "See whether the drive or the network answers, then try again.".to_owned(),
            Self::GitMissing => "Install git. Everything else works without it.".to_owned(),
            Self::GitTooOld { .. } => "Install a newer git. Everything else works without it.".to_owned(),
            Self::NotStarted(_) => "Try `git --version` in a terminal.".to_owned(),
            Self::NotFetched { .. } => "Run `git fetch` there in a terminal, where it can ask for what it needs.".to_owned(),
        }
    }
}
