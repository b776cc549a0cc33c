//! Where a hypothesis stands (seed: Step 4, Hypothesize and Test).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a hypothesis stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HypothesisState {
    /// Not looked at yet.
    Open,
    /// Being tested.
    Testing,
    /// It was not this.
    RuledOut,
    /// It is this.
    Confirmed,
}

impl HypothesisState {
    /// The state on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Testing => "testing",
            Self::RuledOut => "ruled out",
            Self::Confirmed => "confirmed",
        }
    }

    /// How the timeline begins to tell of it.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Open => "Hypothesis",
            Self::Testing => "Testing",
            Self::RuledOut => "Ruled out",
            Self::Confirmed => "Confirmed",
        }
    }

    /// Whether it is still a question.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Testing)
    }
}
