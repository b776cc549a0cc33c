//! The checks before an incident is resolved (seed: Step 5, Verify the Fix).

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the five checks. A person ticks four; the fifth, the quiet time, is kept by the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VerificationCheck {
    /// Error rate returning to baseline.
    ErrorRate,
    /// Latency returning to normal.
    Latency,
    /// No new error patterns appearing.
    NoNewErrors,
    /// Affected functionality manually verified.
    ManuallyVerified,
    /// The quiet time after the fix.
    QuietTime,
}

impl VerificationCheck {
    /// All five in the seed's order: of each, something can be seen.
    pub const ALL: [Self; 5] = [Self::ErrorRate, Self::Latency, Self::NoNewErrors, Self::ManuallyVerified, Self::QuietTime];
    /// Those that a person ticks.
    pub const TICKED: [Self; 4] = [Self::ErrorRate, Self::Latency, Self::NoNewErrors, Self::ManuallyVerified];

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::ErrorRate => "error-rate",
            Self::Latency => "latency",
            Self::NoNewErrors => "no-new-errors",
            Self::ManuallyVerified => "verified-by-hand",
            Self::QuietTime => "quiet-time",
        }
    }

    /// The check as read by the person.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::ErrorRate => "Error rate returning to baseline",
            Self::Latency => "Latency returning to normal",
            Self::NoNewErrors => "No new error patterns appearing",
            Self::ManuallyVerified => "Affected functionality manually verified",
            Self::QuietTime => "Monitored before declaring resolved",
        }
    }
}

/// The text names none of the checks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a check of the fix")]
pub struct UnknownCheck(pub String);

impl FromStr for VerificationCheck {
    type Err = UnknownCheck;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|check| check.word() == text.trim()).ok_or_else(|| UnknownCheck(text.trim().to_owned()))
    }
}
