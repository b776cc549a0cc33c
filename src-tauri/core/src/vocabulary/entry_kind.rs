//! What an entry is.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Something seen or done.
    Note,
    /// Something decided.
    Decision,
}

impl EntryKind {
    /// The words with the mark that a decision keeps wherever it is told: `Decision: no failover`.
    #[must_use]
    pub fn marked(self, words: &str) -> Cow<'_, str> {
        match self {
            Self::Note => Cow::Borrowed(words),
            Self::Decision => Cow::Owned(format!("Decision: {words}")),
        }
    }
}
