//! A word that is none of a closed list's.

/// The text names no update kind or form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not one of the known words")]
pub struct UnknownUpdateWord(pub String);
