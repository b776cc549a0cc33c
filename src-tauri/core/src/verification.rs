//! The checks before an incident is resolved (seed: Step 5, Verify the Fix).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the checks a person ticks; the fifth, the quiet time, is kept by the clock.
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
}

impl VerificationCheck {
    /// The checks in the seed's order.
    pub const ALL: [Self; 4] = [Self::ErrorRate, Self::Latency, Self::NoNewErrors, Self::ManuallyVerified];

    /// The check as read by the person.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::ErrorRate => "Error rate returning to baseline",
            Self::Latency => "Latency returning to normal",
            Self::NoNewErrors => "No new error patterns appearing",
            Self::ManuallyVerified => "Affected functionality manually verified",
        }
    }
}
