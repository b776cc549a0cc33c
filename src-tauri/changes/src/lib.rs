//! What changed before an incident began: commits, merges and tags of the services' local repositories (seed: Check Recent
//! Deploys).
//!
//! The `git` program reads them, shut off from everything but the repository: no prompt, no pager, no hook, no network. Every
//! call has an end, also on a drive that no longer answers. [`Git::fetch`] alone writes and reaches the network, and takes of the
//! repository's own settings the address alone.

mod change;
mod commits;
mod error;
mod fetch;
mod git;
mod git_path;
mod limit;
mod one_line;
mod recent;
mod refs;
mod several;

pub use change::{RecentChange, RecentChangeKind, Repository, RepositoryChanges, Window};
pub use error::ChangesError;
pub use git::Git;
pub use one_line::one_line;
