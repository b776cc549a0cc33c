//! Why a line of quick entry is not taken.

use crate::text::instant::InstantError;
use crate::vocabulary::{UnknownFinding, UnknownRole, UnknownSeverity, UnknownStatus};

/// Why a line cannot be done as typed. The text stays where it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuickEntryError {
    /// The time was not taken.
    #[error(transparent)]
    Instant(#[from] InstantError),
    /// No such status.
    #[error(transparent)]
    Status(#[from] UnknownStatus),
    /// No such severity.
    #[error(transparent)]
    Severity(#[from] UnknownSeverity),
    /// No such role.
    #[error(transparent)]
    Role(#[from] UnknownRole),
    /// Nothing that a finding is about.
    #[error(transparent)]
    Finding(#[from] UnknownFinding),
    /// A verb whose words are missing.
    #[error("/{verb} needs {needs}")]
    Incomplete {
        /// The verb.
        verb: &'static str,
        /// What is missing.
        needs: &'static str,
    },
}
