//! Whether a fix is verified (seed: Step 5, Verify the Fix).

use chrono::{DateTime, TimeDelta, Utc};

use crate::incident::Incident;
use crate::team::Policy;
use crate::vocabulary::VerificationCheck;

impl Incident {
    /// When the quiet time after the fix is over (UTC).
    #[must_use]
    pub fn quiet_until(&self, policy: &Policy) -> Option<DateTime<Utc>> {
        let quiet = self.duties(policy).quiet().unwrap_or_else(TimeDelta::zero);
        self.quiet_since().map(|since| since + quiet)
    }

    /// Whether the five checks hold at `now`: four ticks and the quiet time (seed: Step 5, Verify the Fix).
    #[must_use]
    pub fn is_verified(&self, policy: &Policy, now: DateTime<Utc>) -> bool {
        self.checks.len() == VerificationCheck::ALL.len() && self.quiet_until(policy).is_some_and(|until| now >= until)
    }
}
