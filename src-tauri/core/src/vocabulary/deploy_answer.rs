//! What can be answered to a question about recent changes (seed: Step 2, Check Recent Deploys).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeployAnswer {
    /// Something was changed.
    Yes,
    /// Nothing was.
    No,
    /// Nobody knows yet, or can find out.
    Unknown,
}

/// The text is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is none of yes, no, unknown")]
pub struct UnknownAnswer(pub String);

impl DeployAnswer {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unknown];

    /// As it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

    /// As it is picked and told.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::No => "No",
            Self::Unknown => "Not known",
        }
    }
}

impl FromStr for DeployAnswer {
    type Err = UnknownAnswer;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|answer| answer.word() == word).ok_or_else(|| UnknownAnswer(text.trim().to_owned()))
    }
}
