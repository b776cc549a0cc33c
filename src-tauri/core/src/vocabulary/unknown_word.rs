//! A word that is none of a closed list's.

/// The text names no update kind or form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not one of the known words")]
pub struct UnknownUpdateWord(pub String);

/// The text names neither where a step of a run stands nor how a run ended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not one of the known words")]
pub struct UnknownRunWord(pub String);
