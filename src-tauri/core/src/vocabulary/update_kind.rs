//! The four updates (seed: Communication Templates).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::audience::Audience;
use super::unknown_word::UnknownUpdateWord;

/// The seed's four communication templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UpdateKind {
    /// INCIDENT DECLARED.
    Initial,
    /// INCIDENT UPDATE.
    Status,
    /// INCIDENT RESOLVED.
    Resolution,
    /// The customer-facing text.
    Customer,
}

impl UpdateKind {
    /// All kinds in the seed's order.
    pub const ALL: [Self; 4] = [Self::Initial, Self::Status, Self::Resolution, Self::Customer];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Initial => "Initial alert",
            Self::Status => "Status update",
            Self::Resolution => "Resolution",
            Self::Customer => "Customer-facing",
        }
    }

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Status => "status",
            Self::Resolution => "resolution",
            Self::Customer => "customer",
        }
    }

    /// Who it is for.
    #[must_use]
    pub fn audience(self) -> Audience {
        match self {
            Self::Initial | Self::Status | Self::Resolution => Audience::Internal,
            Self::Customer => Audience::Customers,
        }
    }
}

impl FromStr for UpdateKind {
    type Err = UnknownUpdateWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.word() == text).ok_or_else(|| UnknownUpdateWord(text.to_owned()))
    }
}
