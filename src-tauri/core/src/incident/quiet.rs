//! The quiet time after a fix, as far as the facts alone tell of it.

use chrono::{DateTime, Utc};

use super::facts::Incident;
use super::findings::Finding;
use crate::vocabulary::Status;

impl Incident {
    /// When the fix was applied (UTC): on entering Monitoring, as long as it has not been left for an earlier status.
    #[must_use]
    pub fn fix_applied_at(&self) -> Option<DateTime<Utc>> {
        self.held_since(Status::Monitoring)
    }

    /// The last error that was found after the fix, which starts the quiet time again.
    #[must_use]
    pub fn error_after_fix(&self) -> Option<&Finding> {
        let applied = self.fix_applied_at()?;
        let until = self.resolved_at.unwrap_or(DateTime::<Utc>::MAX_UTC);
        let found_then = |finding: &&Finding| finding.about.is_error() && finding.at > applied && finding.at <= until;
        self.findings.iter().filter(found_then).max_by_key(|finding| (finding.at, finding.id))
    }

    /// From when the quiet time runs (UTC): from the fix, or from the last error found after it.
    #[must_use]
    pub fn quiet_since(&self) -> Option<DateTime<Utc>> {
        self.error_after_fix().map(|finding| finding.at).or_else(|| self.fix_applied_at())
    }
}
