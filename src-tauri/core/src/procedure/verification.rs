//! Whether a fix is verified (seed: Step 5, Verify the Fix).

use chrono::{DateTime, TimeDelta, Utc};

use crate::incident::Incident;
use crate::team::Policy;
use crate::text::prose;
use crate::vocabulary::VerificationCheck;

impl Incident {
    /// When the quiet time after the fix is over (UTC).
    #[must_use]
    pub fn quiet_until(&self, policy: &Policy) -> Option<DateTime<Utc>> {
        let quiet = self.duties(policy).quiet().unwrap_or_else(TimeDelta::zero);
        self.quiet_since().map(|since| since + quiet)
    }

    /// What of the five checks does not hold at `now`, in words: the ticks that are missing, then the quiet that remains.
    #[must_use]
    pub fn unverified(&self, policy: &Policy, now: DateTime<Utc>) -> Vec<String> {
        let unticked =
            VerificationCheck::TICKED.into_iter().filter(|check| !self.checks.contains(check)).map(|check| check.label().to_owned());
        let quiet = match self.quiet_until(policy) {
            Some(until) if now >= until => None,
            Some(until) => Some(format!("{} of quiet to go", prose(until - now + TimeDelta::seconds(59)))),
            None => Some("the quiet time has not begun: move to Monitoring once the fix is in".to_owned()),
        };
        unticked.chain(quiet).collect()
    }

    /// Whether the five checks hold at `now`: four ticks and the quiet time (seed: Step 5, Verify the Fix).
    #[must_use]
    pub fn is_verified(&self, policy: &Policy, now: DateTime<Utc>) -> bool {
        self.unverified(policy, now).is_empty()
    }
}
