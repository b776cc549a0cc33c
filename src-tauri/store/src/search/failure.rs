//! What goes wrong here, told apart: the index can be made anew, the ledger cannot.

use rusqlite::ErrorCode;

use crate::error::StoreError;

/// Why something was not done.
#[derive(Debug)]
pub(super) enum Failure {
    /// The index refused it.
    Index(rusqlite::Error),
    /// The index is of another database, or of another shape.
    Outdated,
    /// The ledger refused it.
    Ledger(StoreError),
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Index(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Ledger(error)
    }
}

/// What an error of the index calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Remedy {
    /// It cannot be written for now, or at all, and may be readable.
    Read,
    /// What is in it is not what was written: it is made anew.
    MakeAnew,
    /// Neither would help.
    None,
}

/// What would help against an error of the index. As all that is asked of it is known to be right, it is damage where nothing else is said.
pub(super) fn remedy(error: &rusqlite::Error) -> Remedy {
    match error.sqlite_error_code() {
        Some(
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::ReadOnly
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::DiskFull
            | ErrorCode::SystemIoFailure,
        ) => Remedy::Read,
        Some(ErrorCode::OutOfMemory | ErrorCode::OperationInterrupted | ErrorCode::OperationAborted | ErrorCode::ApiMisuse) => Remedy::None,
        // Whatever was typed, damage does not read so.
        _ if error.to_string().contains("fts5: syntax error") => Remedy::None,
        _ => Remedy::MakeAnew,
    }
}
