//! How an incident was detected (seed: Triage Procedure).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an incident was detected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Detection {
    /// An alert fired.
    Alert,
    /// A user reported it.
    User,
    /// Somebody saw it in the monitoring.
    Monitoring,
    /// In another way, as by chance.
    Other,
}

/// The text is no way to detect an incident.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is none of alert, user, monitoring, other")]
pub struct UnknownDetection(pub String);

impl Detection {
    /// All of them, in the procedure's order.
    pub const ALL: [Self; 4] = [Self::Alert, Self::User, Self::Monitoring, Self::Other];

    /// As it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Alert => "alert",
            Self::User => "user",
            Self::Monitoring => "monitoring",
            Self::Other => "other",
        }
    }

    /// As it is picked.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Alert => "Alert",
            Self::User => "User report",
            Self::Monitoring => "Monitoring",
            Self::Other => "By chance",
        }
    }

    /// What the timeline says of it.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Alert => "Detected by an alert",
            Self::User => "Detected by a user's report",
            Self::Monitoring => "Detected in the monitoring",
            Self::Other => "Detected by chance",
        }
    }
}

impl FromStr for Detection {
    type Err = UnknownDetection;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|detection| detection.word() == word).ok_or_else(|| UnknownDetection(text.trim().to_owned()))
    }
}
