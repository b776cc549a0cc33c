//! How a command that was run ends.

use serde::{Deserialize, Serialize};

/// How a command ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommandOutcome {
    /// It ended by itself, with this code.
    Exit(i32),
    /// This signal ended it.
    Signal(i32),
    /// It was not started, and why.
    NotStarted(String),
}

impl CommandOutcome {
    /// Whether it did what it was to do, as far as its exit code tells.
    #[must_use]
    pub fn is_success(&self) -> bool {
        *self == Self::Exit(0)
    }
}
