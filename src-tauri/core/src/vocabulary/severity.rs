//! Severity P0 to P3 (seed: Severity Levels).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How bad an incident is; `P0` is the worst and sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum Severity {
    /// Total outage.
    P0,
    /// Major degradation.
    P1,
    /// Partial impact.
    P2,
    /// Minor issue.
    P3,
}

impl Severity {
    /// All severities, the worst first.
    pub const ALL: [Self; 4] = [Self::P0, Self::P1, Self::P2, Self::P3];

    /// The label as printed on screen and in updates.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::P0 => "P0",
            Self::P1 => "P1",
            Self::P2 => "P2",
            Self::P3 => "P3",
        }
    }

    /// The next worse severity, if there is one.
    #[must_use]
    pub fn worse(self) -> Option<Self> {
        match self {
            Self::P0 => None,
            Self::P1 => Some(Self::P0),
            Self::P2 => Some(Self::P1),
            Self::P3 => Some(Self::P2),
        }
    }

    /// Whether `self` is worse than `other`.
    #[must_use]
    pub fn is_worse_than(self, other: Self) -> bool {
        self < other
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// The text is none of P0, P1, P2, P3.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a severity")]
pub struct UnknownSeverity(pub String);

impl FromStr for Severity {
    type Err = UnknownSeverity;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().to_ascii_uppercase().as_str() {
            "P0" => Ok(Self::P0),
            "P1" => Ok(Self::P1),
            "P2" => Ok(Self::P2),
            "P3" => Ok(Self::P3),
            _ => Err(UnknownSeverity(text.trim().to_owned())),
        }
    }
}
