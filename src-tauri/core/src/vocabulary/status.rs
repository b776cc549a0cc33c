//! Where an incident stands.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The five statuses, in the order in which an incident usually passes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub enum Status {
    /// The cause is being looked for.
    Investigating,
    /// The cause is known.
    Identified,
    /// A mitigation is being applied.
    Mitigating,
    /// A fix is applied and is being watched.
    Monitoring,
    /// It is over.
    Resolved,
}

impl Status {
    /// All statuses in their usual order.
    pub const ALL: [Self; 5] = [Self::Investigating, Self::Identified, Self::Mitigating, Self::Monitoring, Self::Resolved];

    /// The word as printed on screen and in updates.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Investigating => "Investigating",
            Self::Identified => "Identified",
            Self::Mitigating => "Mitigating",
            Self::Monitoring => "Monitoring",
            Self::Resolved => "Resolved",
        }
    }

    /// The status that usually follows, if there is one.
    #[must_use]
    pub fn following(self) -> Option<Self> {
        match self {
            Self::Investigating => Some(Self::Identified),
            Self::Identified => Some(Self::Mitigating),
            Self::Mitigating => Some(Self::Monitoring),
            Self::Monitoring => Some(Self::Resolved),
            Self::Resolved => None,
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// The text names none of the five statuses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a status")]
pub struct UnknownStatus(pub String);

impl FromStr for Status {
    type Err = UnknownStatus;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = text.trim();
        Self::ALL.into_iter().find(|status| status.label().eq_ignore_ascii_case(wanted)).ok_or_else(|| UnknownStatus(wanted.to_owned()))
    }
}
