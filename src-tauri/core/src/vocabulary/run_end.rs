//! How the run of a runbook ended (seed: Runbook Structure, 'If normal, check thresholds and close').

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::unknown_word::UnknownRunWord;

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RunEnd {
    /// It did what it is for.
    Finished,
    /// What it is for was not the case.
    FalseAlarm,
    /// It was left: another way was taken.
    Left,
}

impl RunEnd {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Finished, Self::FalseAlarm, Self::Left];

    /// As it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::FalseAlarm => "false-alarm",
            Self::Left => "left",
        }
    }

    /// As it is read.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::FalseAlarm => "ended, a false alarm",
            other => other.word(),
        }
    }
}

impl FromStr for RunEnd {
    type Err = UnknownRunWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|one| one.word() == word).ok_or_else(|| UnknownRunWord(text.trim().to_owned()))
    }
}
