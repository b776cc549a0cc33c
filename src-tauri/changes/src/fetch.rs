//! Fetching, when a person asks for it.

use std::time::Duration;

use crate::change::Repository;
use crate::error::ChangesError;
use crate::git::{Git, GitIn};
use crate::limit::within;

impl Git {
    /// Brings what is new at `origin` into the repository: the one act here that writes and reaches the network, for a person
    /// who asked. No branch of the person's own moves, and nothing asks for a password.
    ///
    /// # Errors
    /// [`ChangesError::NotFetched`] with git's reason, or why there is nothing to fetch into; also when it takes longer than
    /// `patience`.
    pub fn fetch(&self, repository: &Repository, patience: Duration) -> Result<(), ChangesError> {
        let (program, path) = (self.program.clone(), repository.path.clone());
        let done = within(patience, move |running| GitIn::at(&program, &path, running)?.fetch());
        done.unwrap_or_else(|| Err(ChangesError::TookTooLong { path: repository.path.clone(), after: patience }))
    }
}
