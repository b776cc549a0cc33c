//! The four questions of triage (seed: Step 1, Assess Impact).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the four questions to answer within the first five minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImpactQuestion {
    /// Who is affected?
    Who,
    /// What is broken?
    What,
    /// When did it start?
    When,
    /// Is it getting worse?
    Worse,
}

impl ImpactQuestion {
    /// The questions in the seed's order.
    pub const ALL: [Self; 4] = [Self::Who, Self::What, Self::When, Self::Worse];

    /// The question as asked.
    #[must_use]
    pub fn prompt(self) -> &'static str {
        match self {
            Self::Who => "Who is affected?",
            Self::What => "What is broken?",
            Self::When => "When did it start?",
            Self::Worse => "Is it getting worse?",
        }
    }

    /// The usual answers, offered to pick; free text is always possible.
    #[must_use]
    pub fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Who => &["All users", "A subset of users", "Internal only"],
            Self::What => &["A specific feature", "The entire service", "Data integrity"],
            Self::When => &[],
            Self::Worse => &["Error rate trending up", "Stable", "Recovering"],
        }
    }

    /// What to look at for an answer.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Who => "All users, a subset, or internal only",
            Self::What => "A specific feature, the entire service, or data integrity",
            Self::When => "Check monitoring for the onset time",
            Self::Worse => "Error rate trending up, stable, or recovering",
        }
    }
}
