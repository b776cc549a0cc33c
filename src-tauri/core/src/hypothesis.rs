//! Hypotheses: what may be the cause, and what became of it (seed: Step 4, Hypothesize and Test).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::event::EventId;

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

/// One hypothesis as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hypothesis {
    /// The event that added it.
    pub id: EventId,
    /// What may be the cause.
    pub statement: String,
    /// Where it stands.
    pub state: HypothesisState,
    /// The evidence that was given last.
    pub because: Option<String>,
    /// Who added it.
    pub by: String,
    /// When it was added (UTC).
    pub at: DateTime<Utc>,
    /// When it last moved (UTC).
    pub changed_at: DateTime<Utc>,
}
