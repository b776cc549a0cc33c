//! Where a step of a runbook stands in a run (seed: Runbook Structure).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::unknown_word::UnknownRunWord;

/// Where a step that somebody has begun stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RunStepState {
    /// Its command was copied, or somebody said that they are at it.
    Begun,
    /// Done, and as expected.
    Done,
    /// It did not do what was expected.
    Failed,
    /// Left out.
    Skipped,
    /// Taken back by its way back.
    RolledBack,
}

impl RunStepState {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Begun, Self::Done, Self::Failed, Self::Skipped, Self::RolledBack];

    /// As it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
            Self::RolledBack => "rolled-back",
        }
    }

    /// As it is read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::RolledBack => "rolled back",
            other => other.word(),
        }
    }

    /// Whether nothing is left to do in it.
    #[must_use]
    pub fn is_closed(self) -> bool {
        self != Self::Begun
    }
}

impl FromStr for RunStepState {
    type Err = UnknownRunWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|one| one.word() == word).ok_or_else(|| UnknownRunWord(text.trim().to_owned()))
    }
}
