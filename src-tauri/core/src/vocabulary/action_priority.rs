//! How much an action item matters (seed: Post-Incident Review Template).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much an action item matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ActionPriority {
    /// Before the others.
    High,
    /// As most are.
    #[default]
    Medium,
    /// When there is time.
    Low,
}

impl ActionPriority {
    /// All, the highest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The word on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::High => "High",
            Self::Medium => "Medium",
            Self::Low => "Low",
        }
    }
}

impl FromStr for ActionPriority {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|priority| priority.label().eq_ignore_ascii_case(text.trim()));
        found.ok_or_else(|| "priorities are high, medium and low".to_owned())
    }
}
